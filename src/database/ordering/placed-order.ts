import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The head of an order just placed. */
export interface PlacedOrder {
  id: string
  display_id: number
  /** Under which the ERP knows it. */
  number: string
  currency_code: string
  total: string
  line_count: number
  created_at: string
  /** Moments at which the ERP's prices were true that it was placed at, ISO 8601: of the contract's own type, and of the retail type. */
  as_of: string | null
  retail_as_of: string | null
}

const SQL = `
  select o.id, o.display_id, x.number, o.currency_code, s.totals #>> '{raw_current_order_total,value}' as total, to_jsonb(o.created_at) #>> '{}' as created_at,
    o.metadata #>> '{kontor,prices_as_of}' as as_of, o.metadata #>> '{kontor,retail_as_of}' as retail_as_of,
    (select count(*)::int from order_item i where i.order_id = o.id and i.version = o.version and i.deleted_at is null) as line_count
  from "order" o
  join order_summary s on s.order_id = o.id and s.version = o.version and s.deleted_at is null
  join erp_outbox x on x.kind = 'order' and x.subject_id = o.id and x.deleted_at is null
  where o.id = :order_id`

/** The head of a placed order; null for one that did not go through the outbox. */
export async function placedOrder(db: Knex, input: { order_id: string }): Promise<PlacedOrder | null> {
  const { rows } = await db.raw<{ rows: PlacedOrder[] }>(SQL, input)
  return rows[0] ?? null
}
