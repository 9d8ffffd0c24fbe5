import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PromisedPart } from "../../modules/supply/rules/compare-promises"
import type { ReleaseCause } from "../../modules/supply/rules/settle-released"
import { arrayLiteral } from "../array-literal"

/** What became of the promises of one demand. */
export interface PromiseChange {
  demand_id: string
  order_id: string
  cause: ReleaseCause | "supply_came" | "stock_freed" | "shipped" | "by_hand" | "accepted" | "split" | "cancelled"
  before: readonly PromisedPart[]
  after: readonly PromisedPart[]
  is_worse: boolean
  /** Whether the dealer is told of it: it is on other days, and not by his own word. */
  is_to_tell: boolean
}

/** Parts are told once and named by their place: of many lines that move alike there are few different ones, and JSON is slow to take apart. Who asked first stands first. */
const INSERT = `
  with told as materialized (select parts, place from jsonb_array_elements(cast(:told as jsonb)) with ordinality as t (parts, place))
  insert into promise_change (demand_id, order_id, cause, before, after, is_worse, told_at)
  select c.demand_id, c.order_id, c.cause, old.parts, new.parts, c.is_worse, case when not c.is_to_tell then now() end
  from unnest(cast(:demand_ids as text[]), cast(:order_ids as text[]), cast(:causes as text[]), cast(:befores as int[]), cast(:afters as int[]),
      cast(:worse as boolean[]), cast(:to_tell as boolean[])) with ordinality
    as c (demand_id, order_id, cause, before, after, is_worse, is_to_tell, place)
  join told old on old.place = c.before join told new on new.place = c.after
  order by c.place`

/** Writes down each change, in the transaction that makes it. */
export async function logPromiseChanges(trx: Knex.Transaction, changes: readonly PromiseChange[]): Promise<void> {
  if (changes.length === 0) {
    return
  }
  const { told, placeOf } = tellOnce()
  const columns = {
    demand_ids: arrayLiteral(changes.map(({ demand_id }) => demand_id)),
    order_ids: arrayLiteral(changes.map(({ order_id }) => order_id)),
    causes: arrayLiteral(changes.map(({ cause }) => cause)),
    befores: arrayLiteral(changes.map(({ before }) => placeOf(before))),
    afters: arrayLiteral(changes.map(({ after }) => placeOf(after))),
    worse: arrayLiteral(changes.map(({ is_worse }) => is_worse)),
    to_tell: arrayLiteral(changes.map(({ is_to_tell }) => is_to_tell)),
  }
  await trx.raw(INSERT, { ...columns, told: `[${[...told.keys()].join(",")}]` })
}

/** Lists that are equal have one place, counted from 1; one that was met before is known without being written. */
function tellOnce(): { told: ReadonlyMap<string, number>; placeOf: (parts: readonly PromisedPart[]) => number } {
  const told = new Map<string, number>()
  const places = new Map<readonly PromisedPart[], number>()
  const placeOf = (parts: readonly PromisedPart[]): number => {
    const known = places.get(parts)
    if (known !== undefined) {
      return known
    }
    const text = JSON.stringify(parts)
    const place = told.get(text) ?? told.size + 1
    told.set(text, place)
    places.set(parts, place)
    return place
  }
  return { told, placeOf }
}
