import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ReservationState } from "../../modules/supply/rules/next-of-reservation"

/** Why a reservation has ended. */
export type ReservationEnd = "shipped" | "cancelled"

/** Where a reservation stands from now on. Moments are ISO 8601. */
export interface ReservationPlace {
  order_id: string
  state: ReservationState
  reserved_until: string | null
  warn_at: string | null
  /** When the ERP said that it has the goods; of `leaving`. */
  leaving_since: string | null
  /** Of `ended`; `cancelled` also of what is `leaving` of a cancelled order. */
  end_reason: ReservationEnd | null
  /** The state of the ERP that was followed. */
  erp_status: string | null
  /** When its goods were held; null = as it stands. */
  held_since: string | null
  /** How often the dealer has reserved again. */
  renewed: number
}

const PLACES = `jsonb_to_recordset(cast(:places as jsonb)) as p (
  order_id text, state text, reserved_until timestamptz, warn_at timestamptz, leaving_since timestamptz, end_reason text, erp_status text,
  held_since timestamptz, renewed int)`

const UPDATE = `
  update order_reservation r set state = p.state, reserved_until = p.reserved_until, warn_at = p.warn_at, leaving_since = p.leaving_since,
    end_reason = p.end_reason, erp_status = p.erp_status, held_since = coalesce(p.held_since, r.held_since), renewed = p.renewed, updated_at = now()
  from ${PLACES} where r.order_id = p.order_id`

/** Moves reservations, any number in one statement. */
export async function writeReservations(trx: Knex.Transaction, places: readonly ReservationPlace[]): Promise<void> {
  if (places.length > 0) {
    await trx.raw(UPDATE, { places: JSON.stringify(places) })
  }
}

export const RESERVATION_CHANGES = [
  "held",
  "ending",
  "prolonged",
  "kept",
  "expired",
  "released",
  "taken",
  "returned",
  "shipped",
  "shipped_partly",
  "cancelled",
] as const
export type ReservationChangeKind = (typeof RESERVATION_CHANGES)[number]

export interface ReservationChange {
  order_id: string
  kind: ReservationChangeKind
  reserved_until: string | null
}

/** What the dealer gets a mail of. */
export const TOLD_BY_MAIL = ["ending", "expired", "released"] as const satisfies readonly ReservationChangeKind[]

const LOG = `
  insert into reservation_change (order_id, kind, reserved_until, told_at)
  select c.order_id, c.kind, c.reserved_until, case when c.kind <> all(cast(:mailed as text[])) then now() end
  from jsonb_to_recordset(cast(:changes as jsonb)) as c (order_id text, kind text, reserved_until timestamptz)`

/** Of what is not the ERP's own doing it has to hear. */
const TOLD_TO_ERP: ReadonlySet<ReservationChangeKind> = new Set(["held", "prolonged", "kept", "expired", "released"])

const SEND = `
  update erp_outbox set state = 'pending', confirmed_at = null, updated_at = now()
  where kind = 'order' and subject_id = any(cast(:order_ids as text[])) and deleted_at is null`

/** Writes down each change, in the transaction that makes it, and sends the orders to the ERP again, which knows them by their numbers. */
export async function logReservationChanges(trx: Knex.Transaction, changes: readonly ReservationChange[]): Promise<void> {
  if (changes.length === 0) {
    return
  }
  await trx.raw(LOG, { changes: JSON.stringify(changes), mailed: [...TOLD_BY_MAIL] })
  const order_ids = changes.flatMap(({ order_id, kind }) => (TOLD_TO_ERP.has(kind) ? [order_id] : []))
  if (order_ids.length > 0) {
    await trx.raw(SEND, { order_ids })
  }
}
