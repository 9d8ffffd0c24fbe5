import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PromisedPart } from "../../modules/supply/rules/compare-promises"
import { ORDER_RECIPIENT, type OrderRecipient } from "./order-recipient"

/** What the person who placed an order has not been told of the promises of its lines. */
export interface UntoldOrder {
  order_id: string
  /** Up to which change this goes, as text: it is a bigint. */
  last_change: string
  number: string
  legal_entity: string
  legal_entity_id: string
  /** Null where he is gone or blocked: nobody is written to then. */
  recipient: OrderRecipient | null
  /** How many lines have changed in all. */
  line_count: number
  /** The first of them. */
  lines: { article: string | null; title: string; before: PromisedPart[]; after: PromisedPart[]; in_stock: string; is_worse: boolean }[]
}

/** Lines that a mail names. */
const LINES_TOLD = 20

/** A line that changed twice goes from what it was at first to what it is at last. */
const SQL = `
  with due as materialized (
    select order_id, max(id) as last_change from promise_change where told_at is null group by order_id order by min(id) limit :limit
  )
  select due.order_id, due.last_change::text as last_change, coalesce(x.number, '№' || o.display_id) as number,
    e.name as legal_entity, e.id as legal_entity_id,
    ${ORDER_RECIPIENT} as recipient,
    told.line_count, told.lines
  from due
  join "order" o on o.id = due.order_id
  join order_legal_entity l on l.order_id = o.id and l.deleted_at is null
  join legal_entity e on e.id = l.legal_entity_id
  left join erp_outbox x on x.kind = 'order' and x.subject_id = o.id and x.deleted_at is null
  cross join lateral (
    select count(*)::int as line_count, coalesce(json_agg(json_build_object(
        'article', line.article, 'title', line.title, 'before', line.before, 'after', line.after, 'in_stock', line.in_stock, 'is_worse', line.is_worse)
        order by line.place) filter (where line.place <= ${LINES_TOLD}), '[]') as lines
    from (
      select row_number() over (order by d.place, d.id) as place, coalesce(li.variant_sku, ce.article) as article, li.title,
        (array_agg(c.before order by c.id))[1] as before, (array_agg(c.after order by c.id desc))[1] as after,
        trim_scale(d.served)::text as in_stock, bool_or(c.is_worse) as is_worse
      from demand d join promise_change c on c.demand_id = d.id and c.told_at is null join order_line_item li on li.id = d.order_line_id
        left join catalog_entry ce on ce.key = d.entry_key
      where d.order_id = due.order_id
      group by d.place, d.id, li.variant_sku, ce.article, li.title
    ) line
  ) told`

/** Orders whose dealers are to be told, those that wait longest first. */
export async function untoldChanges(db: Knex, { limit }: { limit: number }): Promise<UntoldOrder[]> {
  const { rows } = await db.raw<{ rows: UntoldOrder[] }>(SQL, { limit })
  return rows
}

/** Found by the demands of the order, as above: the index of what is due is by the order in which it was written. */
const TOLD = `
  update promise_change c set told_at = now() from demand d
  where d.order_id = :order_id and c.demand_id = d.id and c.id <= cast(:last_change as bigint) and c.told_at is null`

/** He knows of it up to there. */
export async function markChangesTold(db: Knex, change: Pick<UntoldOrder, "order_id" | "last_change">): Promise<void> {
  await db.raw(TOLD, { order_id: change.order_id, last_change: change.last_change })
}
