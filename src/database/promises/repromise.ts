import { setImmediate } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PromisedPart } from "../../modules/supply/rules/compare-promises"
import { readMillionths, writeMillionths } from "../../modules/supply/rules/millionths"
import { type ReleasedPromise, type SettledPromise, settleReleased } from "../../modules/supply/rules/settle-released"
import { allocate } from "./allocate"
import { changesOf } from "./changes-of-promises"
import { differenceOf } from "./difference-of-promises"
import { freeLines, type FreeLineRow } from "./free-lines"
import { logPromiseChanges } from "./log-promise-changes"
import { oncePerLine } from "./once-per-line"
import { waitingDemands, type WaitingDemand } from "./open-demands"
import { serveArrived } from "./serve-arrived"
import { addPromises, insertPromises, type PromisePart, takeBackPromises } from "./write-promises"

const STANDING = `
  select p.demand_id, p.supply_id, case when line.expected_on < 'infinity' then line.expected_on::text end as expected_on,
    trim_scale(p.quantity)::text as quantity
  from promise p join supply_line line on line.supply_id = p.supply_id and line.entry_key = p.entry_key
  where p.demand_id = any(cast(:ids as text[])) order by line.expected_on, p.supply_id`

/**
 * Promises anew what `release-promises.ts` released, after the supplies were written and in the same transaction, and beside it what waits for
 * something that is free now: those who asked first before the others, by a handful of statements whatever their number. What has come is
 * reserved in stock. Promises of supplies that did not change stand, and so do those that come out as they were. Each change is logged.
 *
 * @param day the supplier's day, YYYY-MM-DD
 */
export async function repromise(trx: Knex.Transaction, { released, day }: { released: ReleasedPromise[]; day: string }): Promise<void> {
  const released_ids = [...new Set(released.flatMap(({ line }) => (line.is_standing ? [line.supply_id] : [])))]
  const demands = await waitingDemands(trx, { day, entry_keys: released.map(({ line }) => line.entry_key), released_ids })
  if (demands.length === 0 && released_ids.length === 0) {
    return
  }
  const asked = { entry_keys: demands.map(({ entry_key }) => entry_key), entity_ids: demands.map(({ legal_entity_id }) => legal_entity_id) }
  const lines = await freeLines(trx, { ...asked, released_ids }, { lock: true })
  const { served, kept } = settleReleased(inOrderOf(demands, released), lines)
  await serveArrived(trx, served)
  const keptParts = kept.map(({ released: { line, demand_id, is_by_hand }, quantity }) => ({
    ...{ demand_id, supply_id: line.supply_id, entry_key: line.entry_key, is_by_hand, quantity },
  }))
  const given = await allocate(trx, { ...afterSettling({ demands, lines }, { served, keptParts }), day })
  const parts = oncePerLine([...keptParts, ...given])
  const { gone, fresh } = differenceOf(released, parts)
  await takeBackPromises(trx, gone)
  // What has changed is reckoned while the database writes what came, once that is on its way.
  const changes = setImmediate().then(() => changesOf(demands, { released, served, parts, lines }))
  const [told] = await Promise.all([changes, writeFresh(trx, demands, fresh)])
  await logPromiseChanges(trx, told)
}

/** Those who asked first before the others. */
function inOrderOf(demands: readonly WaitingDemand[], released: readonly ReleasedPromise[]): ReleasedPromise[] {
  const places = new Map(demands.map(({ id }, place) => [id, place]))
  return released
    .map((promise) => ({ promise, place: places.get(promise.demand_id) ?? demands.length }))
    .sort((a, b) => a.place - b.place)
    .map(({ promise }) => promise)
}

/** Promises that stand beside may be of the same lines. */
async function writeFresh(trx: Knex.Transaction, demands: readonly WaitingDemand[], fresh: readonly PromisePart[]): Promise<void> {
  const promisedBeside = new Set(demands.flatMap(({ id, standing }) => (standing.length > 0 ? [id] : [])))
  const isBeside = ({ demand_id }: PromisePart) => promisedBeside.has(demand_id)
  const beside = promisedBeside.size === 0 ? [] : fresh.filter(isBeside)
  await insertPromises(trx, beside.length === 0 ? fresh : fresh.filter((part) => !isBeside(part)))
  await addPromises(trx, beside)
}

/** The parts that stand of each of these demands, the earliest first. */
export async function standingPromises(db: Knex, ids: readonly string[]): Promise<Map<string, PromisedPart[]>> {
  const { rows } = await db.raw<{ rows: (PromisedPart & { demand_id: string })[] }>(STANDING, { ids: [...ids] })
  const standing = new Map<string, PromisedPart[]>(ids.map((id) => [id, []]))
  for (const { demand_id, ...part } of rows) {
    standing.get(demand_id)?.push(part)
  }
  return standing
}

/** What is still wanted and still free once what has come and what is kept is taken off. */
function afterSettling(
  { demands, lines }: { demands: WaitingDemand[]; lines: FreeLineRow[] },
  { served, keptParts }: { served: SettledPromise[]; keptParts: PromisePart[] }
): { demands: WaitingDemand[]; lines: FreeLineRow[] } {
  if (served.length === 0 && keptParts.length === 0) {
    return { demands, lines }
  }
  const settled = new Map<string, bigint>()
  const settle = (id: string, quantity: string) => settled.set(id, (settled.get(id) ?? 0n) + readMillionths(quantity))
  served.forEach(({ released, quantity }) => settle(released.demand_id, quantity))
  keptParts.forEach(({ demand_id, quantity }) => settle(demand_id, quantity))
  const entityOf = new Map(demands.map(({ id, legal_entity_id }) => [id, legal_entity_id]))
  const keptOf = partsByLine(keptParts)
  const servedOf = partsByLine(
    served.map(({ released: { line, demand_id }, quantity }) => ({
      ...{ supply_id: line.supply_id, entry_key: line.entry_key, demand_id, quantity },
    }))
  )
  return {
    demands: demands.map((demand) => {
      const taken = settled.get(demand.id)
      return taken === undefined ? demand : { ...demand, quantity: writeMillionths(readMillionths(demand.quantity) - taken) }
    }),
    lines: lines.map((line) =>
      withSettled(line, { kept: keptOf.get(nameOf(line)) ?? [], served: servedOf.get(nameOf(line)) ?? [] }, entityOf)
    ),
  }
}

type LinePart = Pick<PromisePart, "supply_id" | "entry_key" | "demand_id" | "quantity">

function partsByLine(parts: readonly LinePart[]): Map<string, LinePart[]> {
  const found = new Map<string, LinePart[]>()
  for (const part of parts) {
    const known = found.get(nameOf(part))
    if (known) {
      known.push(part)
    } else {
      found.set(nameOf(part), [part])
    }
  }
  return found
}

/** What is kept is free no more; what was served was not free already. Both are part of the share of who has them. */
function withSettled(
  line: FreeLineRow,
  { kept, served }: { kept: LinePart[]; served: LinePart[] },
  entityOf: ReadonlyMap<string, string>
): FreeLineRow {
  if (kept.length === 0 && served.length === 0) {
    return line
  }
  const promised = new Map([...line.promised_to].map(([entity, quantity]) => [entity, readMillionths(quantity)]))
  for (const { demand_id, quantity } of [...kept, ...served]) {
    const entity = entityOf.get(demand_id) ?? ""
    promised.set(entity, (promised.get(entity) ?? 0n) + readMillionths(quantity))
  }
  const taken = kept.reduce((sum, { quantity }) => sum + readMillionths(quantity), 0n)
  return {
    ...line,
    free: writeMillionths(readMillionths(line.free) - taken),
    promised_to: new Map([...promised].map(([entity, quantity]) => [entity, writeMillionths(quantity)])),
  }
}

const nameOf = ({ supply_id, entry_key }: { supply_id: string; entry_key: number }): string => `${supply_id} ${entry_key}`
