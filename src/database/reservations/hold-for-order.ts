import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Allocation } from "../../modules/order-rules/rules/allocate-stock"
import { NO_TERM, termFrom } from "../../modules/supply/rules/reservation-term"
import { reserveStock } from "../ordering/reserve-stock"
import { reservationTerms } from "./reservation-terms"

const INSERT = `
  insert into order_reservation (order_id, contract_id, legal_entity_id, state, start_states, hours, warn_hours, keep_states, taken_states, renewals,
    held_since, reserved_until, warn_at)
  values (:order_id, :contract_id, :legal_entity_id, :state, :start_states, :hours, :warn_hours, :keep_states, :taken_states, :renewals,
    cast(:held_since as timestamptz), cast(:reserved_until as timestamptz), cast(:warn_at as timestamptz))`

/** Where a reservation stands that is not begun as its order is placed. */
const NOT_NOW = { state: "waiting", never: "none" } as const

/**
 * Holds what was allocated for an order that is being placed, as its contract has it: at once, or not yet, or not at all. Under the locks of
 * `lock-stock.ts`. What holds stands with the order from now on. No term runs while all
 * of it waits for supplies.
 */
export async function holdForOrder(
  trx: Knex.Transaction,
  order: { order_id: string; contract_id: string; legal_entity_id: string; now: string },
  allocations: Allocation[]
): Promise<void> {
  const { now, ...ids } = order
  const { starts, ...terms } = await reservationTerms(trx, order)
  const state = starts === "placement" ? "held" : NOT_NOW[starts]
  const held = state === "held" ? allocations : []
  const isAnyHeld = held.length > 0
  const term = isAnyHeld ? termFrom(now, terms, null) : NO_TERM
  await trx.raw(INSERT, { ...ids, ...terms, ...term, state, held_since: isAnyHeld ? now : null })
  await reserveStock(trx, held)
}
