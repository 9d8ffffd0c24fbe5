import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ReservationFacts } from "../../modules/supply/rules/next-of-reservation"
import { IS_SETTLED } from "./has-left"

/** A reservation of which something may have become. */
export interface DueReservation extends ReservationFacts {
  order_id: string
  warn_hours: number
  renewals: number
  renewed: number
  /** Of `leaving`; ISO 8601. */
  leaving_since: string | null
  /** Moment of the ERP's word on the order, ISO 8601. */
  as_of: string | null
  /** `cancelled` of one that is `leaving`: its cancellation was followed, and it holds what was shipped before. */
  end_reason: "shipped" | "cancelled" | null
}

const moment = (column: string) => `to_jsonb(${column}) #>> '{}'`

const IS_CANCELLED = `(o.canceled_at is not null or o.deleted_at is not null or coalesce(s.is_cancelled, false))`

const HELD = `
  select from order_item i join reservation_item ri on ri.line_item_id = i.item_id and ri.deleted_at is null
  left join stock_freshness f on f.location_id = ri.location_id where i.order_id = r.order_id and i.deleted_at is null`

/** Of what has left, something may be given up now, or nothing is held any more. */
const MAY_SETTLE = `
  not exists (${HELD}) or exists (${HELD} and ${IS_SETTLED("r.leaving_since")})`

/** Neither shipped, nor in a state from which on the ERP has the goods. */
const IS_BACK = `
  (s.shipped_on is null and not exists (select from unnest(r.taken_states) t where lower(trim(t)) = lower(trim(s.status))))`

const IS_FULFILLED = `not exists (
  select from order_item i where i.order_id = o.id and i.version = o.version and i.deleted_at is null and i.fulfilled_quantity < i.quantity)`

const FACTS = `
  select r.order_id, r.state, r.start_states, r.hours, r.warn_hours, r.keep_states, r.taken_states, r.renewals, r.renewed, r.erp_status, r.end_reason,
    ${moment("r.reserved_until")} as reserved_until, ${moment("r.warn_at")} as warn_at, ${moment("r.leaving_since")} as leaving_since,
    ${moment("r.held_since")} as held_since,
    s.status, ${moment("s.as_of")} as as_of, ${IS_CANCELLED} as is_cancelled, s.shipped_on is not null as is_shipped, ${IS_FULFILLED} as is_fulfilled
  from order_reservation r
  join "order" o on o.id = r.order_id
  left join order_state s on s.order_id = r.order_id and s.deleted_at is null`

/** What expires goes before what only follows a state, and so on by the order: no two runs hold others up in turn. */
const DUE = `
  ${FACTS}
  where r.state <> 'ended' and ((${IS_CANCELLED} and r.end_reason is null) or (s.status is distinct from r.erp_status and s.status is not null)
    or r.reserved_until <= cast(:now as timestamptz) or r.warn_at <= cast(:now as timestamptz)
    or (s.shipped_on is not null and r.state <> 'leaving') or (r.state = 'leaving' and ((${IS_BACK} and not ${IS_CANCELLED}) or ${MAY_SETTLE})))
  order by r.reserved_until nulls last, r.order_id limit :limit`

/** Reservations that something has to be done about, under the lock of `lock-reservations.ts`. */
export async function dueReservations(trx: Knex.Transaction, input: { now: string; limit: number }): Promise<DueReservation[]> {
  const { rows } = await trx.raw<{ rows: DueReservation[] }>(DUE, input)
  return rows
}

/** The reservations of some orders, due or not; those of no order of ours are left out. */
export async function reservationsOf(db: Knex, order_ids: readonly string[]): Promise<DueReservation[]> {
  const { rows } = await db.raw<{ rows: DueReservation[] }>(
    `${FACTS} where r.order_id = any(cast(:order_ids as text[])) order by r.order_id`,
    {
      order_ids: [...order_ids],
    }
  )
  return rows
}
