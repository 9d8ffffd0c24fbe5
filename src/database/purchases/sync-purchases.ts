import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { prepared } from "../prepared"
import { lockPurchases } from "./lock-purchases"

/** Orders of the entities as they stand; one that is cancelled, here or in the ERP, brings nothing. */
const STANDING = `
  select o.id as order_id, owner.legal_entity_id, o.customer_id, o.version, o.created_at,
    o.canceled_at is not null or coalesce((select s.is_cancelled from order_state s where s.order_id = o.id and s.deleted_at is null), false) as is_cancelled
  from order_legal_entity owner join "order" o on o.id = owner.order_id and o.deleted_at is null and not o.is_draft_order
  where owner.deleted_at is null and owner.legal_entity_id = any (cast(:entity_ids as text[]))`

const IS_STALE = `
  (known.legal_entity_id, known.customer_id, known.version, known.is_cancelled)
    is distinct from (standing.legal_entity_id, standing.customer_id, standing.version, standing.is_cancelled)`

const STALE = `
  select standing.order_id from (${STANDING}) standing left join purchase_order known on known.order_id = standing.order_id where ${IS_STALE}`

const FORGET = `delete from purchase_line where order_id = any (cast(:order_ids as text[]))`

const COPY = `
  with standing as materialized (select * from (${STANDING}) standing where order_id = any (cast(:order_ids as text[]))),
  noted as (
    insert into purchase_order (order_id, legal_entity_id, customer_id, version, is_cancelled)
    select order_id, legal_entity_id, customer_id, version, is_cancelled from standing order by order_id
    on conflict (order_id) do update set legal_entity_id = excluded.legal_entity_id, customer_id = excluded.customer_id,
      version = excluded.version, is_cancelled = excluded.is_cancelled
  )
  insert into purchase_line (order_id, entry_key, legal_entity_id, customer_id, ordered_at, quantity)
  select s.order_id, e.key, s.legal_entity_id, s.customer_id, s.created_at, sum(placed.quantity)
  from standing s
  join order_item placed on placed.order_id = s.order_id and placed.version = s.version and placed.deleted_at is null and placed.quantity > 0
  join order_line_item item on item.id = placed.item_id and item.deleted_at is null
  join catalog_entry e on e.variant_id = item.variant_id
  where not s.is_cancelled
  group by s.order_id, e.key, s.legal_entity_id, s.customer_id, s.created_at
  on conflict (order_id, entry_key) do nothing`

/**
 * Brings the copy of what these entities have ordered in line with their orders, whichever way these came, were changed, handed over or cancelled. What
 * is in line already costs a look at the entities' orders; so whoever asks what was bought calls this first, and nobody has to be told of orders.
 */
export async function syncPurchases(db: Knex, entityIds: readonly string[]): Promise<void> {
  const entity_ids = [...entityIds]
  const stale = await prepared<{ order_id: string }>(db, "stale-purchases", STALE, { entity_ids })
  if (stale.length === 0) {
    return
  }
  const order_ids = stale.map(({ order_id }) => order_id)
  await db.transaction(async (trx) => {
    await lockPurchases(trx)
    await trx.raw(FORGET, { order_ids })
    await trx.raw(COPY, { entity_ids, order_ids })
  })
}
