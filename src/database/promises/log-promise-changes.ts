import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PromisedPart } from "../../modules/supply/rules/compare-promises"
import type { ReleaseCause } from "../../modules/supply/rules/settle-released"

/** What became of the promises of one demand. */
export interface PromiseChange {
  demand_id: string
  order_id: string
  cause: ReleaseCause | "supply_came" | "shipped" | "by_hand" | "accepted" | "split" | "cancelled"
  before: PromisedPart[]
  after: PromisedPart[]
  is_worse: boolean
  /** Whether the dealer is told of it: it is on other days, and not by his own word. */
  is_to_tell: boolean
}

const INSERT = `
  insert into promise_change (demand_id, order_id, cause, before, after, is_worse, told_at)
  select c.demand_id, c.order_id, c.cause, c.before, c.after, c.is_worse, case when not c.is_to_tell then now() end
  from json_to_recordset(cast(:changes as json))
    as c (demand_id text, order_id text, cause text, before jsonb, after jsonb, is_worse boolean, is_to_tell boolean)`

/** Writes down each change, in the transaction that makes it. */
export async function logPromiseChanges(trx: Knex.Transaction, changes: readonly PromiseChange[]): Promise<void> {
  if (changes.length === 0) {
    return
  }
  await trx.raw(INSERT, { changes: JSON.stringify(changes) })
}
