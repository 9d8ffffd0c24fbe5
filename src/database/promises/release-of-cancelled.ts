import { today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { lockPromises } from "./lock-promises"
import { logPromiseChanges } from "./log-promise-changes"
import { repromise, standingPromises } from "./repromise"

/** Orders that were cancelled, here or in the ERP, and still wait for something. */
const CANCELLED = `
  select d.id, d.order_id
  from demand d join "order" o on o.id = d.order_id
  where d.quantity > d.served and (o.canceled_at is not null
    or exists (select from order_state s where s.order_id = d.order_id and s.is_cancelled and s.deleted_at is null))
  order by d.place, d.id`

const RELEASE = `delete from promise where demand_id = any(cast(:ids as text[]))`
const CLOSE = `update demand set quantity = served, updated_at = now() where id = any(cast(:ids as text[]))`

/** Gives what was promised to cancelled orders to who waits for it. Asked again it does nothing. */
export async function releaseOfCancelled(trx: Knex.Transaction): Promise<number> {
  await lockPromises(trx, "alone")
  const { rows } = await trx.raw<{ rows: { id: string; order_id: string }[] }>(CANCELLED)
  if (rows.length === 0) {
    return 0
  }
  const ids = rows.map(({ id }) => id)
  const standing = await standingPromises(trx, ids)
  await trx.raw(RELEASE, { ids })
  await trx.raw(CLOSE, { ids })
  await logPromiseChanges(
    trx,
    rows.map(({ id, order_id }) => {
      const before = standing.get(id) ?? []
      return { demand_id: id, order_id, cause: "cancelled", before, after: [], is_worse: false, is_to_tell: false }
    })
  )
  await repromise(trx, { released: [], day: today() })
  return rows.length
}
