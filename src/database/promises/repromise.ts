import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN } from "@medusajs/framework/utils"
import { comparePromises, type PromisedPart } from "../../modules/supply/rules/compare-promises"
import { type ReleasedPromise, type SettledPromise, settleReleased } from "../../modules/supply/rules/settle-released"
import { allocate } from "./allocate"
import { freeLines, type FreeLineRow } from "./free-lines"
import { logPromiseChanges, type PromiseChange } from "./log-promise-changes"
import { type DemandRow, readDemands, waitingDemands } from "./open-demands"
import { serveArrived } from "./serve-arrived"
import { addPromises, type PromisePart } from "./write-promises"

const STANDING = `
  select p.demand_id, p.supply_id, case when line.expected_on < 'infinity' then line.expected_on::text end as expected_on,
    trim_scale(p.quantity)::text as quantity
  from promise p join supply_line line on line.supply_id = p.supply_id and line.entry_key = p.entry_key
  where p.demand_id = any(cast(:ids as text[])) order by line.expected_on, p.supply_id`

/**
 * Promises anew what `release-promises.ts` took back, after the supplies were written and in the same transaction, and beside it what waits for
 * something that is free now: those who asked first before the others, by a handful of statements whatever their number. What has come is
 * reserved in stock. Promises of supplies that did not change stand. Each change is logged.
 *
 * @param day the supplier's day, YYYY-MM-DD
 */
export async function repromise(trx: Knex.Transaction, { released, day }: { released: ReleasedPromise[]; day: string }): Promise<void> {
  const ids = [...new Set([...released.map(({ demand_id }) => demand_id), ...(await waitingDemands(trx, { day }))])]
  if (ids.length === 0) {
    return
  }
  const demands = await readDemands(trx, ids)
  const standing = await standingPromises(trx, ids)
  const asked = { entry_keys: demands.map(({ entry_key }) => entry_key), entity_ids: demands.map(({ legal_entity_id }) => legal_entity_id) }
  const lines = await freeLines(trx, asked, { lock: true })
  const { served, kept } = settleReleased(released, lines)
  await serveArrived(trx, served)
  const keptParts = kept.map(({ released: { demand_id, supply_id, entry_key, is_by_hand }, quantity }) => ({
    ...{ demand_id, supply_id, entry_key, is_by_hand, quantity },
  }))
  const given = await allocate(trx, { ...afterSettling({ demands, lines }, { served, keptParts }), day })
  const parts = [...keptParts, ...given]
  await addPromises(trx, parts)
  await logPromiseChanges(trx, changesOf(demands, { released, served, standing, added: datedParts(parts, lines) }))
}

/** The parts that stand of each of these demands, the earliest first. */
export async function standingPromises(db: Knex, ids: readonly string[]): Promise<Map<string, PromisedPart[]>> {
  const { rows } = await db.raw<{ rows: (PromisedPart & { demand_id: string })[] }>(STANDING, { ids: [...ids] })
  return grouped(rows)
}

/** What is still wanted and still free once what has come and what is kept is taken off. */
function afterSettling(
  { demands, lines }: { demands: DemandRow[]; lines: FreeLineRow[] },
  { served, keptParts }: { served: SettledPromise[]; keptParts: PromisePart[] }
): { demands: DemandRow[]; lines: FreeLineRow[] } {
  const settled = sums([
    ...served.map(({ released, quantity }) => [released.demand_id, quantity] as const),
    ...keptParts.map(({ demand_id, quantity }) => [demand_id, quantity] as const),
  ])
  const entityOf = new Map(demands.map(({ id, legal_entity_id }) => [id, legal_entity_id]))
  const keptOf = new Map<string, PromisePart[]>()
  for (const part of keptParts) {
    const name = nameOf(part)
    const known = keptOf.get(name)
    if (known) {
      known.push(part)
    } else {
      keptOf.set(name, [part])
    }
  }
  return {
    demands: demands.map((demand) => {
      const taken = settled.get(demand.id)
      return taken === undefined ? demand : { ...demand, quantity: MathBN.sub(demand.quantity, taken).toFixed() }
    }),
    lines: lines.map((line) => withoutKept(line, keptOf.get(nameOf(line)) ?? [], entityOf)),
  }
}

function withoutKept(line: FreeLineRow, kept: PromisePart[], entityOf: ReadonlyMap<string, string>): FreeLineRow {
  if (kept.length === 0) {
    return line
  }
  const promised_to = new Map(line.promised_to)
  let free = MathBN.convert(line.free)
  for (const { demand_id, quantity } of kept) {
    const entity = entityOf.get(demand_id) ?? ""
    promised_to.set(entity, MathBN.add(promised_to.get(entity) ?? "0", quantity).toFixed())
    free = free.minus(quantity)
  }
  return { ...line, free: free.toFixed(), promised_to }
}

function datedParts(parts: PromisePart[], lines: FreeLineRow[]): Map<string, PromisedPart[]> {
  const dayOf = new Map(lines.map(({ supply_id, expected_on }) => [supply_id, expected_on === "infinity" ? null : expected_on]))
  return grouped(
    parts.map(({ demand_id, supply_id, quantity }) => ({ demand_id, supply_id, expected_on: dayOf.get(supply_id) ?? null, quantity }))
  )
}

interface Changed {
  released: ReleasedPromise[]
  served: SettledPromise[]
  standing: Map<string, PromisedPart[]>
  added: Map<string, PromisedPart[]>
}

/** What has changed, demand by demand; those that got back what they had are left out. */
function changesOf(demands: DemandRow[], { released, served, standing, added }: Changed): PromiseChange[] {
  const lost = grouped(released.map((promise) => ({ ...promise, expected_on: promise.was_on })))
  const servedOf = sums(served.map(({ released: { demand_id }, quantity }) => [demand_id, quantity] as const))
  return demands.flatMap(({ id, order_id }) => {
    const stays = standing.get(id) ?? []
    const before = [...stays, ...(lost.get(id) ?? []).map(({ supply_id, expected_on, quantity }) => ({ supply_id, expected_on, quantity }))]
    const after = [...stays, ...(added.get(id) ?? [])]
    const now = servedOf.get(id) ?? "0"
    const { is_changed, is_other_day, is_worse } = comparePromises(before, after, now)
    const cause = causeOf(lost.get(id) ?? [], { isServed: now !== "0", is_worse })
    return is_changed ? [{ demand_id: id, order_id, cause, before, after, is_worse, is_to_tell: is_other_day }] : []
  })
}

/** What of a line that has arrived did not come is short. */
function causeOf(
  lost: { cause: ReleasedPromise["cause"] }[],
  { isServed, is_worse }: { isServed: boolean; is_worse: boolean }
): PromiseChange["cause"] {
  const [first] = lost
  if (!first) {
    return "supply_came"
  }
  if (isServed && !is_worse) {
    return "supply_arrived"
  }
  return lost.map(({ cause }) => cause).find((cause) => cause !== "supply_arrived") ?? "supply_short"
}

const nameOf = ({ supply_id, entry_key }: { supply_id: string; entry_key: number }): string => `${supply_id} ${entry_key}`

function grouped<Row extends { demand_id: string }>(rows: Row[]): Map<string, Omit<Row, "demand_id">[]> {
  const groups = new Map<string, Omit<Row, "demand_id">[]>()
  for (const { demand_id, ...row } of rows) {
    const known = groups.get(demand_id)
    if (known) {
      known.push(row)
    } else {
      groups.set(demand_id, [row])
    }
  }
  return groups
}

function sums(amounts: (readonly [key: string, quantity: string])[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, quantity] of amounts) {
    const known = found.get(key)
    found.set(key, known === undefined ? quantity : MathBN.add(known, quantity).toFixed())
  }
  return found
}
