import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ReservationState } from "../../modules/supply/rules/next-of-reservation"
import { RESERVED_OF_LINE } from "./reserved-of-line"
import type { ReservationChangeKind, ReservationEnd } from "./write-reservations"

/** How the goods of an order are held. Moments are ISO 8601. */
export interface OrderReservation {
  state: ReservationState
  /** Of what is held: null = until the order is shipped. */
  reserved_until: string | null
  /** Why it has ended; `cancelled` also of what is `leaving` of a cancelled order. */
  end_reason: ReservationEnd | null
  /** How often the dealer may still reserve again what has expired. */
  renewals_left: number
}

export interface ReservedLine {
  id: string
  article: string | null
  title: string
  /** Base units. */
  quantity: string
  reserved: string
  /** What of it waits for supplies. */
  waiting: string
}

export interface ToldReservationChange {
  at: string
  kind: ReservationChangeKind
  reserved_until: string | null
}

const RESERVATION = `
  select state, to_jsonb(reserved_until) #>> '{}' as reserved_until, end_reason, greatest(renewals - renewed, 0) as renewals_left
  from order_reservation where order_id = :order_id`

/** Null for an order that was placed by Medusa's own workflows: it holds its goods as Medusa does. */
export async function reservationOfOrder(db: Knex, input: { order_id: string }): Promise<OrderReservation | null> {
  const { rows } = await db.raw<{ rows: OrderReservation[] }>(RESERVATION, input)
  return rows[0] ?? null
}

const LINES = `
  select li.id, coalesce(li.variant_sku, e.article) as article, li.title, trim_scale(i.quantity)::text as quantity, ${RESERVED_OF_LINE("li")} as reserved,
    coalesce((select trim_scale(d.quantity - d.served)::text from demand d where d.order_line_id = li.id), '0') as waiting
  from "order" o
  join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
  join order_line_item li on li.id = i.item_id
  left join catalog_entry e on e.variant_id = li.variant_id
  where o.id = :order_id
  order by li.created_at, li.id`

/** Changes that are told of one order. */
const CHANGES_MAX = 100

const CHANGES = `
  select to_jsonb(at) #>> '{}' as at, kind, to_jsonb(reserved_until) #>> '{}' as reserved_until
  from reservation_change where order_id = :order_id order by id desc limit ${CHANGES_MAX}`

/** What of its lines is held, and what became of that, the last change first. */
export async function reservedLines(
  db: Knex,
  input: { order_id: string }
): Promise<{ lines: ReservedLine[]; changes: ToldReservationChange[] }> {
  const lines = await db.raw<{ rows: ReservedLine[] }>(LINES, input)
  const changes = await db.raw<{ rows: ToldReservationChange[] }>(CHANGES, input)
  return { lines: lines.rows, changes: changes.rows }
}
