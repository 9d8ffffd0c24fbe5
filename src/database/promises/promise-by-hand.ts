import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN, MedusaError } from "@medusajs/framework/utils"
import { drawsFrom } from "@kontor/framework"
import { comparePromises } from "../../modules/supply/rules/compare-promises"
import { freeLines, type FreeLineRow } from "./free-lines"
import { lockPromises } from "./lock-promises"
import { logPromiseChanges } from "./log-promise-changes"
import { type DemandRow, readDemands } from "./open-demands"
import { standingPromises } from "./repromise"
import { addPromises } from "./write-promises"

export interface HandPromise {
  supply_id: string
  /** Base units, exact decimal, above zero. */
  quantity: string
}

/** A supply that a demand may draw from. */
export type ChoosableSupply = Pick<FreeLineRow, "supply_id" | "free" | "warehouse_id"> & { number: string; expected_on: string | null }

/**
 * Promises a demand by hand: what is given is all that it is promised from now on; none = it is released. It follows its supplies when they move. What is
 * released is free for whoever is bound or orders next; those who wait get it with the next change of supplies. Throws NOT_FOUND for an unknown demand,
 * NOT_ALLOWED `more_than_wanted`, `supply_not_free` for what is not free of a supply, or of one that its contract does not draw from.
 */
export async function promiseByHand(
  trx: Knex.Transaction,
  { demand_id, promises }: { demand_id: string; promises: HandPromise[] }
): Promise<DemandRow> {
  await lockPromises(trx, "alone")
  const before = (await standingPromises(trx, [demand_id])).get(demand_id) ?? []
  await trx.raw(`delete from promise where demand_id = :demand_id`, { demand_id })
  const demand = await demandOf(trx, demand_id)
  const lines = await freeLines(trx, { entry_keys: [demand.entry_key], entity_ids: [] }, { lock: true })
  const after = promises.map(({ supply_id, quantity }) => {
    const line = lines.find((each) => each.supply_id === supply_id && drawsFrom(demand, each))
    if (!line || MathBN.gt(quantity, line.free)) {
      throw refusal(`${quantity} of supply ${supply_id} are not free for demand ${demand_id}: ${line?.free ?? 0} are.`, "supply_not_free")
    }
    return { supply_id, expected_on: dayOf(line), quantity }
  })
  const wanted = after.reduce((sum, part) => sum.plus(part.quantity), MathBN.convert(0))
  if (wanted.gt(demand.quantity)) {
    throw refusal(`${wanted.toFixed()} are more than the ${demand.quantity} that demand ${demand_id} waits for.`, "more_than_wanted")
  }
  await addPromises(
    trx,
    promises.map((part) => ({ ...part, demand_id, entry_key: demand.entry_key, is_by_hand: true }))
  )
  const { is_changed, is_other_day, is_worse } = comparePromises(before, after)
  if (is_changed) {
    const { order_id } = demand
    await logPromiseChanges(trx, [{ demand_id, order_id, cause: "by_hand", before, after, is_worse, is_to_tell: is_other_day }])
  }
  return demand
}

/** The supplies that a demand may be promised of, with what is free of each besides its own promises. Throws NOT_FOUND for an unknown one. */
export async function choosableSupplies(db: Knex, { demand_id }: { demand_id: string }): Promise<ChoosableSupply[]> {
  const demand = await demandOf(db, demand_id)
  const lines = await freeLines(db, { entry_keys: [demand.entry_key], entity_ids: [] }, { lock: false })
  const own = lines.filter((line) => drawsFrom(demand, line))
  const { rows } = await db.raw<{ rows: { id: string; number: string }[] }>(
    `select id, number from supply where id = any(cast(:ids as text[]))`,
    { ids: own.map(({ supply_id }) => supply_id) }
  )
  const numberOf = new Map(rows.map(({ id, number }) => [id, number]))
  return own.map((line) => {
    const { supply_id, free, warehouse_id } = line
    return { supply_id, number: numberOf.get(supply_id) ?? "", free, warehouse_id, expected_on: dayOf(line) }
  })
}

async function demandOf(db: Knex, id: string): Promise<DemandRow> {
  const [demand] = await readDemands(db, [id])
  if (!demand) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Demand with id: ${id} was not found`)
  }
  return demand
}

const dayOf = ({ expected_on }: FreeLineRow): string | null => (expected_on === "infinity" ? null : expected_on)
const refusal = (message: string, code: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
