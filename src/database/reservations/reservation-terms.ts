import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  type ReservationFields,
  type ReservationTerms,
  resolveReservationTerms,
} from "../../modules/supply/rules/resolve-reservation-terms"
import { SCOPE } from "../queries/price/adjustments"

/** Of two rules that are as near, the one of the lesser id of its client category. */
const SQL = `
  with terms as materialized (
    select c.id as contract_id, c.legal_entity_id, e.holding_id, c.region
    from contract c left join legal_entity e on e.id = c.legal_entity_id where c.id = :contract_id
  ),
  ${SCOPE}
  select r.starts, r.start_states, r.hours, r.warn_hours, r.keep_states, r.taken_states, r.renewals
  from scope join reservation_rule r on r.scope_kind = scope.kind and r.scope_id = scope.id and r.deleted_at is null
  order by scope.nearness, scope.id collate "C"`

/** How orders under a contract are reserved. */
export async function reservationTerms(db: Knex, input: { contract_id: string }): Promise<ReservationTerms> {
  const { rows } = await db.raw<{ rows: ReservationFields[] }>(SQL, input)
  return resolveReservationTerms(rows)
}
