import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { normaliseSearchKey } from "../../modules/catalog/rules/normalise-search-key"
import { containing } from "../like"

/** Price of one base unit in a type. */
export interface TypePriceRow {
  variant_id: string
  article: string | null
  title: string
  variant_title: string | null
  /** Exact decimal. */
  amount: string
}

export interface TypePriceQuery {
  price_type_key: number
  /** Part of an article or SKU; empty = all. */
  q: string
  limit: number
  offset: number
}

const FOUND = `
  from type_price p join catalog_entry e on e.key = p.entry_key
  where p.price_type_key = :price_type_key and (cast(:pattern as text) is null or e.article_key like :pattern or e.sku_key like :pattern)`

const COUNT = `select count(*)::int as count ${FOUND}`

const PAGE = `
  select e.variant_id, e.article, e.title, e.variant_title, trim_scale(p.amount)::text as amount ${FOUND}
  order by e.article_key, e.key limit :limit offset :offset`

/** Prices of a type by article. */
export async function listTypePrices(db: Knex, { q, ...query }: TypePriceQuery): Promise<{ prices: TypePriceRow[]; count: number }> {
  const key = normaliseSearchKey(q)
  if (q !== "" && key === null) {
    return { prices: [], count: 0 }
  }
  const bindings = { ...query, pattern: key === null ? null : containing(key) }
  const counted = await db.raw<{ rows: { count: number }[] }>(COUNT, bindings)
  const { rows } = await db.raw<{ rows: TypePriceRow[] }>(PAGE, bindings)
  return { prices: rows, count: counted.rows[0]?.count ?? 0 }
}
