import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { isStateOf } from "../../modules/supply/rules/is-state-of"
import { nextOfReservation, type ReservationStep } from "../../modules/supply/rules/next-of-reservation"
import { lastsAsLong, NO_TERM, type ReservationTerm, termFrom } from "../../modules/supply/rules/reservation-term"
import { type DueReservation, dueReservations, reservationsOf } from "./due-reservations"
import { holdMissing } from "./hold-missing"
import { lockReservations } from "./lock-reservations"
import { noteFreed } from "./note-freed"
import { lockHeld, releaseStock, settleLeft } from "./release-stock"
import { shippedAndHeld } from "./settle-shipped-parts"
import { logReservationChanges, type ReservationChangeKind, type ReservationPlace, writeReservations } from "./write-reservations"

/** What a run has done. */
export interface FollowedReservations {
  /** How many it looked at; as many as the limit = there may be more. */
  seen: number
  /** Orders whose goods are to be held now. */
  to_start: string[]
}

/**
 * Lets reservations follow the time and the states of their orders: ends, releases, keeps, warns. One transaction of a handful of statements for any
 * number of orders; asked again it does nothing. Goods that are to be held are left to {@link startReservation}, one order at a time.
 */
export async function followReservations(
  trx: Knex.Transaction,
  { now, limit }: { now: string; limit: number }
): Promise<FollowedReservations> {
  await lockReservations(trx, "alone")
  const due = await dueReservations(trx, { now, limit })
  const steps = await withoutShipped(
    trx,
    due.map((reservation) => ({ reservation, step: nextOfReservation(reservation, now) }))
  )
  const having = (...wanted: ReservationStep[]) => steps.filter(({ step }) => wanted.includes(step)).map(({ reservation }) => reservation)
  const ending = having("cancelled", "expire", "shipped").map(({ order_id }) => order_id)
  const left = [...having("take"), ...having("note").filter(({ state }) => state === "leaving")]
  if (ending.length > 0 && left.length > 0) {
    await lockHeld(trx, [...ending, ...left.map(({ order_id }) => order_id)])
  }
  const released = await releaseStock(trx, ending)
  const freed = new Set(having("cancelled", "expire").map(({ order_id }) => order_id))
  await noteFreed(
    trx,
    released.filter(({ order_id }) => freed.has(order_id))
  )
  const holding = await holdingOf(trx, having("cancelled"))
  const places = steps.flatMap(
    ({ reservation, step }) => placeAfter(step, reservation, { now, isHolding: holding.has(reservation.order_id) }) ?? []
  )
  await writeReservations(trx, places)
  await endLeft(trx, left)
  await logReservationChanges(
    trx,
    steps.flatMap(({ reservation: { order_id, state, end_reason }, step }) => {
      const isKnown = step === "cancelled" && end_reason === step
      const kind = state === "none" || state === "waiting" || isKnown ? null : CHANGES[step]
      const place = places.find((written) => written.order_id === order_id)
      return kind ? [{ order_id, kind, reserved_until: place?.reserved_until ?? null }] : []
    })
  )
  return { seen: due.length, to_start: having("start").map(({ order_id }) => order_id) }
}

interface DueStep {
  reservation: DueReservation
  step: ReservationStep
}

/** No reservation expires that holds what was shipped in part: it would be offered although it has left. The next run lets go of it, once its warehouse was told of. */
async function withoutShipped(trx: Knex.Transaction, steps: DueStep[]): Promise<DueStep[]> {
  const over = steps.flatMap(({ reservation, step }) => (step === "expire" ? [reservation.order_id] : []))
  const shipped = await shippedAndHeld(trx, over)
  return steps.filter(({ reservation, step }) => step !== "expire" || !shipped.has(reservation.order_id))
}

/** What is told of a step; nothing of those that change nothing for the dealer. */
const CHANGES: Record<ReservationStep, ReservationChangeKind | null> = {
  cancelled: "cancelled",
  take: "taken",
  shipped: "shipped",
  return: "returned",
  start: null,
  keep: "kept",
  run: "prolonged",
  expire: "expired",
  warn: "ending",
  note: null,
}

/** Where a step leaves a reservation; null for those that stand as they are. */
function placeAfter(
  step: ReservationStep,
  reservation: DueReservation,
  { now, isHolding }: { now: string; isHolding: boolean }
): ReservationPlace | null {
  const { order_id, status, as_of, renewed, reserved_until, warn_at, state, leaving_since } = reservation
  const standing = { order_id, state, reserved_until, warn_at, leaving_since, end_reason: null, held_since: null, renewed }
  const followed = { ...standing, erp_status: status ?? reservation.erp_status }
  const held = (term: ReservationTerm) => ({ ...followed, state: "held" as const, leaving_since: null, ...term })
  const over = { ...followed, leaving_since: null, ...NO_TERM }
  switch (step) {
    case "cancelled":
      // What it still holds was shipped before, and stays held until its warehouse is told of.
      return isHolding
        ? { ...over, state: "leaving", leaving_since: as_of ?? now, end_reason: step }
        : { ...over, state: "ended", end_reason: step }
    case "shipped":
      return { ...over, state: "ended", end_reason: step }
    case "take":
      return { ...over, state: "leaving", leaving_since: as_of ?? now }
    case "expire":
      return { ...over, state: "expired" }
    case "keep":
      return held(NO_TERM)
    case "run":
    case "return":
      return held(termFrom(now, reservation, status))
    case "warn":
      return held({ reserved_until, warn_at: null })
    case "note":
      return followed
    case "start":
      return null
  }
}

const HOLDING = `
  select distinct i.order_id from order_item i join reservation_item ri on ri.line_item_id = i.item_id and ri.deleted_at is null
  where i.order_id = any(cast(:order_ids as text[])) and i.deleted_at is null`

/** Those of these orders that hold anything. */
async function holdingOf(trx: Knex.Transaction, reservations: DueReservation[]): Promise<Set<string>> {
  if (reservations.length === 0) {
    return new Set()
  }
  const { rows } = await trx.raw<{ rows: { order_id: string }[] }>(HOLDING, { order_ids: reservations.map(({ order_id }) => order_id) })
  return new Set(rows.map(({ order_id }) => order_id))
}

/** Ends the reservations of what has left once nothing of it is held any more. */
async function endLeft(trx: Knex.Transaction, left: DueReservation[]): Promise<void> {
  if (left.length === 0) {
    return
  }
  await settleLeft(
    trx,
    left.map(({ order_id }) => order_id)
  )
  const holding = await holdingOf(trx, left)
  const over = { state: "ended", end_reason: "shipped", leaving_since: null, held_since: null, ...NO_TERM } as const
  await writeReservations(
    trx,
    left.flatMap(({ order_id, status, erp_status, renewed }) =>
      holding.has(order_id) ? [] : [{ order_id, ...over, erp_status: status ?? erp_status, renewed }]
    )
  )
}

/**
 * Holds what is free for an order that the ERP says is to be reserved now: its term begins, and one that runs already ends no earlier for that. False
 * where it is not to be reserved any more.
 */
export async function startReservation(trx: Knex.Transaction, { order_id, now }: { order_id: string; now: string }): Promise<boolean> {
  await lockReservations(trx, "alone")
  const [reservation] = await reservationsOf(trx, [order_id])
  if (!reservation || nextOfReservation(reservation, now) !== "start") {
    return false
  }
  await holdMissing(trx, { order_id, partly: true })
  const { state, keep_states, erp_status, reserved_until, warn_at } = reservation
  const begun = termFrom(now, reservation, reservation.status)
  const isStanding = state === "held" && !isStateOf(keep_states, erp_status) && lastsAsLong(reservation, begun)
  await writeHeld(trx, reservation, isStanding ? { reserved_until, warn_at } : begun, now)
  return true
}

/** Writes that the goods of an order are held from now on, and tells it. */
export async function writeHeld(
  trx: Knex.Transaction,
  { order_id, status, erp_status, renewed }: Pick<DueReservation, "order_id" | "status" | "erp_status" | "renewed">,
  term: ReservationTerm,
  now: string
): Promise<void> {
  const place = { state: "held", leaving_since: null, end_reason: null, held_since: now, erp_status: status ?? erp_status } as const
  await writeReservations(trx, [{ order_id, ...place, ...term, renewed }])
  await logReservationChanges(trx, [{ order_id, kind: "held", reserved_until: term.reserved_until }])
}
