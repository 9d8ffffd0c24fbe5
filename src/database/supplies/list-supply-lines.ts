import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A line of a supply with its product; exact decimals of base units. */
export interface SupplyLineListing {
  entry_key: number
  variant_id: string
  product_id: string | null
  article: string | null
  title: string
  variant_title: string | null
  quantity: string
  arrived: string
  promised: string
  free: string
}

const SQL = `
  select e.key as entry_key, e.variant_id, e.product_id, e.article, e.title, e.variant_title, trim_scale(l.quantity)::text as quantity,
    trim_scale(l.arrived)::text as arrived, trim_scale(l.promised)::text as promised, trim_scale(l.free)::text as free
  from supply_line l join catalog_entry e on e.key = l.entry_key
  where l.supply_id = :supply_id order by e.sort_title, e.key limit :limit offset :offset`

/** Lines of a supply by the names of their products; how many there are says the supply itself. */
export async function listSupplyLines(db: Knex, page: { supply_id: string; limit: number; offset: number }): Promise<SupplyLineListing[]> {
  const { rows } = await db.raw<{ rows: SupplyLineListing[] }>(SQL, page)
  return rows
}
