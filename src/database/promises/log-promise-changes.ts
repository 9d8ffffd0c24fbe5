import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PromisedPart } from "../../modules/supply/rules/compare-promises"
import type { ReleaseCause } from "../../modules/supply/rules/settle-released"

/** What became of the promises of one demand. */
export interface PromiseChange {
  demand_id: string
  order_id: string
  cause: ReleaseCause | "supply_came" | "stock_freed" | "shipped" | "by_hand" | "accepted" | "split" | "cancelled"
  before: PromisedPart[]
  after: PromisedPart[]
  is_worse: boolean
  /** Whether the dealer is told of it: it is on other days, and not by his own word. */
  is_to_tell: boolean
}

/** Parts are told once and named by their place: of many lines that move alike there are few different ones, and JSON is slow to take apart. */
const INSERT = `
  with told as materialized (select parts, place from jsonb_array_elements(cast(:told as jsonb)) with ordinality as t (parts, place))
  insert into promise_change (demand_id, order_id, cause, before, after, is_worse, told_at)
  select c.demand_id, c.order_id, c.cause, old.parts, new.parts, c.is_worse, case when not c.is_to_tell then now() end
  from json_to_recordset(cast(:changes as json))
    as c (demand_id text, order_id text, cause text, before int, after int, is_worse boolean, is_to_tell boolean)
  join told old on old.place = c.before join told new on new.place = c.after`

/** Writes down each change, in the transaction that makes it. */
export async function logPromiseChanges(trx: Knex.Transaction, changes: readonly PromiseChange[]): Promise<void> {
  if (changes.length === 0) {
    return
  }
  const places = new Map<string, number>()
  const placeOf = (parts: PromisedPart[]): number => {
    const text = JSON.stringify(parts)
    const place = places.get(text) ?? places.size + 1
    places.set(text, place)
    return place
  }
  const rows = changes.map(({ before, after, ...change }) => ({ ...change, before: placeOf(before), after: placeOf(after) }))
  await trx.raw(INSERT, { told: `[${[...places.keys()].join(",")}]`, changes: JSON.stringify(rows) })
}
