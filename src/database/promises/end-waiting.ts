import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { comparePromises } from "../../modules/supply/rules/compare-promises"
import { logPromiseChanges } from "./log-promise-changes"
import { standingPromises } from "./repromise"

/** A demand that waits for so much less: base units, exact decimal, no more than it still wants. */
export interface EndedWait {
  id: string
  order_id: string
  quantity: string
}

const ENDED = `json_to_recordset(cast(:ended as json)) as s (id text, quantity numeric)`

/** What comes last is taken back first: who got a part sooner keeps his earliest days for the rest. */
const LEFT = `
  select p.supply_id, p.entry_key, p.demand_id, p.quantity,
    least(p.quantity, d.quantity - d.served - s.quantity - coalesce(sum(p.quantity) over (
      partition by p.demand_id order by line.expected_on, p.supply_id rows between unbounded preceding and 1 preceding), 0)) as rest
  from ${ENDED}
  join demand d on d.id = s.id
  join promise p on p.demand_id = d.id
  join supply_line line on line.supply_id = p.supply_id and line.entry_key = p.entry_key`
const SAME = `p.supply_id = kept.supply_id and p.entry_key = kept.entry_key and p.demand_id = kept.demand_id`
const RELEASE = `delete from promise p using (${LEFT}) kept where ${SAME} and kept.rest <= 0`
const REDUCE = `update promise p set quantity = kept.rest from (${LEFT}) kept where ${SAME} and kept.rest > 0 and kept.rest < kept.quantity`
const SERVE = `update demand d set served = d.served + s.quantity, updated_at = now() from ${ENDED} where d.id = s.id`

/**
 * Ends what demands wait for otherwise than by their supplies, under the lock that nobody else changes promises under: it counts as served, what it was
 * promised beyond the rest is free, and the change is logged. Goods that are in stock are told to the dealer; of what was shipped he knows. `repromise.ts` gives out what is free then.
 */
export async function endWaiting(trx: Knex.Transaction, ended: readonly EndedWait[], cause: "shipped" | "stock_freed"): Promise<void> {
  const ids = ended.map(({ id }) => id)
  const bindings = { ended: JSON.stringify(ended) }
  const before = await standingPromises(trx, ids)
  await trx.raw(RELEASE, bindings)
  await trx.raw(REDUCE, bindings)
  await trx.raw(SERVE, bindings)
  const after = await standingPromises(trx, ids)
  await logPromiseChanges(
    trx,
    ended.map(({ id, order_id, quantity }) => {
      const parts = { before: before.get(id) ?? [], after: after.get(id) ?? [] }
      const { is_other_day } = comparePromises(parts.before, parts.after, quantity)
      return { demand_id: id, order_id, cause, ...parts, is_worse: false, is_to_tell: cause === "stock_freed" && is_other_day }
    })
  )
}
