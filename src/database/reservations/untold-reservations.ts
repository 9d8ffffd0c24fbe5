import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ORDER_RECIPIENT, type OrderRecipient } from "../promises/order-recipient"
import type { TOLD_BY_MAIL } from "./write-reservations"

/** What the person who placed an order has not been told of its reservation. */
export interface UntoldReservation {
  /** Of the change, as text: it is a bigint. */
  id: string
  order_id: string
  kind: (typeof TOLD_BY_MAIL)[number]
  number: string
  legal_entity: string
  legal_entity_id: string
  /** Null where he is gone or blocked: nobody is written to then. */
  recipient: OrderRecipient | null
  /** Of `ending`: when the term is over, by the clock of the supplier, YYYY-MM-DD HH:MM. */
  until: string | null
  may_renew: boolean
  /** Whether it is no longer so: the term was prolonged since, or the goods are held again. */
  is_past: boolean
}

const SQL = `
  with due as materialized (select * from reservation_change where told_at is null order by id limit :limit)
  select due.id::text as id, due.order_id, due.kind, coalesce(x.number, '№' || o.display_id) as number, e.name as legal_entity, e.id as legal_entity_id,
    ${ORDER_RECIPIENT} as recipient,
    case when due.kind = 'ending' then to_char(r.reserved_until at time zone cast(:time_zone as text), 'YYYY-MM-DD HH24:MI') end as until,
    r.state = 'expired' and r.renewed < r.renewals as may_renew,
    case due.kind when 'ending' then r.reserved_until is distinct from due.reserved_until else r.state <> 'expired' end as is_past
  from due
  join order_reservation r on r.order_id = due.order_id
  join "order" o on o.id = due.order_id
  join legal_entity e on e.id = r.legal_entity_id
  left join erp_outbox x on x.kind = 'order' and x.subject_id = o.id and x.deleted_at is null
  order by due.id`

/** Changes that dealers are to be told of, in their order. */
export async function untoldReservations(db: Knex, input: { limit: number; time_zone: string }): Promise<UntoldReservation[]> {
  const { rows } = await db.raw<{ rows: UntoldReservation[] }>(SQL, input)
  return rows
}

const TOLD = `update reservation_change set told_at = now() where id = cast(:id as bigint)`

/** He knows of it. */
export async function markReservationTold(db: Knex, { id }: Pick<UntoldReservation, "id">): Promise<void> {
  await db.raw(TOLD, { id })
}
