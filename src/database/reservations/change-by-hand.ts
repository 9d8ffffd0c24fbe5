import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { refuseRenewal, type RenewalRefusal } from "../../modules/supply/rules/refuse-renewal"
import { NO_TERM, termFrom, termUntil } from "../../modules/supply/rules/reservation-term"
import { type DueReservation, reservationsOf } from "./due-reservations"
import { writeHeld } from "./follow-reservations"
import { holdMissing, type ShortLine } from "./hold-missing"
import { lockReservations } from "./lock-reservations"
import { noteFreed } from "./note-freed"
import { lockHeld, releaseStock } from "./release-stock"
import { settleShippedParts, shippedAndHeld } from "./settle-shipped-parts"
import { logReservationChanges, type ReservationPlace, writeReservations } from "./write-reservations"

/** What a person does to the reservation of an order. */
export type ReservationDeed =
  /** It lasts until another moment, ISO 8601; null = until the order is shipped. */
  | { kind: "prolong"; until: string | null }
  /** Its goods are free from now on. */
  | { kind: "release" }
  /** What it does not hold is held, for a term that runs already, else for a new one. `partly`: of each line what there is. */
  | { kind: "hold"; by: "staff" | "dealer"; partly: boolean }

/** Where it stood and stands, and what of its lines could not be held. */
export interface ChangedReservation {
  before: Pick<DueReservation, "state" | "reserved_until">
  after: Pick<DueReservation, "state" | "reserved_until">
  short: ShortLine[]
  /** Whether anything is held that was not. */
  is_held_anew: boolean
}

/** The longest that a person may reserve for. */
const LONGEST_MS = 366 * 24 * 3_600_000

const REFUSALS: Record<RenewalRefusal, string> = {
  order_closed: "was shipped or cancelled: nothing is reserved for it any more",
  reservation_with_erp: "is with the ERP: it holds the goods",
  reservation_not_expired: "has no reservation that has expired",
  reservation_renewals_used: "was reserved again as often as it may be: ask your manager",
}

/**
 * Prolongs, releases or holds by hand, under the lock that nobody else changes reservations under. Throws NOT_ALLOWED
 * `reservation_missing` for an order without a reservation of its own, a code of `REFUSALS`, `reservation_not_held` for what holds nothing, `reservation_leaving` for goods that are released although a part of them was shipped
 * and its warehouse was not told of since, `reservation_until_invalid` for a moment that is over or too far, `nothing_to_reserve` where all of it is held. The caller decides what lines are short, and rolls back where that will not do.
 */
export async function changeReservation(
  trx: Knex.Transaction,
  { order_id, deed, now }: { order_id: string; deed: ReservationDeed; now: string }
): Promise<ChangedReservation> {
  await lockReservations(trx, "alone")
  const [reservation] = await reservationsOf(trx, [order_id])
  if (!reservation) {
    throw refused(`Order ${order_id} was not placed here: it holds its goods as Medusa does`, "reservation_missing")
  }
  const { held, short } = deed.kind === "hold" ? await hold(trx, reservation, deed, now) : { held: 0, short: [] }
  if (deed.kind === "prolong") {
    await prolong(trx, reservation, deed.until, now)
  }
  if (deed.kind === "release") {
    await release(trx, reservation)
  }
  const [after = reservation] = await reservationsOf(trx, [order_id])
  return { before: reservation, after, short, is_held_anew: held > 0 }
}

async function hold(
  trx: Knex.Transaction,
  reservation: DueReservation,
  { by, partly }: { by: "staff" | "dealer"; partly: boolean },
  now: string
): Promise<{ held: number; short: ShortLine[] }> {
  const { order_id, renewed, state, held_since, reserved_until, warn_at } = reservation
  const refusal = refuseRenewal(reservation, by)
  if (refusal) {
    throw refused(`Order ${order_id} ${REFUSALS[refusal]}`, refusal)
  }
  const { held, short } = await holdMissing(trx, { order_id, partly })
  if (held === 0 && short.length === 0) {
    throw refused(`Nothing of order ${order_id} is left to be reserved`, "nothing_to_reserve")
  }
  if (held > 0) {
    const isRunning = state === "held" && held_since !== null
    const term = isRunning ? { reserved_until, warn_at } : termFrom(now, reservation, reservation.status)
    await writeHeld(trx, { ...reservation, renewed: by === "dealer" ? renewed + 1 : renewed }, term, now)
  }
  return { held, short }
}

async function prolong(trx: Knex.Transaction, reservation: DueReservation, until: string | null, now: string): Promise<void> {
  const { order_id, warn_hours } = heldOnly(reservation)
  const left = until === null ? 0 : Date.parse(until) - Date.parse(now)
  if (until !== null && !(left > 0 && left <= LONGEST_MS)) {
    throw refused(`${until} is over, or more than a year ahead`, "reservation_until_invalid")
  }
  const term = until === null ? NO_TERM : termUntil(new Date(until).toISOString(), { now, warn_hours })
  await writeReservations(trx, [{ ...placeOf(reservation), ...term }])
  await logReservationChanges(trx, [{ order_id, kind: "prolonged", reserved_until: term.reserved_until }])
}

async function release(trx: Knex.Transaction, reservation: DueReservation): Promise<void> {
  const { order_id } = heldOnly(reservation)
  await lockHeld(trx, [order_id])
  await settleShippedParts(trx, [order_id])
  if ((await shippedAndHeld(trx, [order_id])).has(order_id)) {
    throw refused(
      `A part of order ${order_id} was shipped, and its warehouse was not told of since: its goods would be offered`,
      "reservation_leaving"
    )
  }
  await noteFreed(trx, await releaseStock(trx, [order_id]))
  await writeReservations(trx, [{ ...placeOf(reservation), ...NO_TERM, state: "expired" }])
  await logReservationChanges(trx, [{ order_id, kind: "released", reserved_until: null }])
}

function heldOnly(reservation: DueReservation): DueReservation {
  if (reservation.state !== "held" || reservation.is_cancelled || reservation.is_shipped) {
    throw refused(`Order ${reservation.order_id} holds nothing that could be prolonged or released`, "reservation_not_held")
  }
  return reservation
}

function placeOf({ order_id, state, reserved_until, warn_at, leaving_since, erp_status, renewed }: DueReservation): ReservationPlace {
  return { order_id, state, reserved_until, warn_at, leaving_since, end_reason: null, erp_status, held_since: null, renewed }
}

const refused = (message: string, code: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
