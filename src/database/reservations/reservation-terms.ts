import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  type ReservationFields,
  type ReservationTerms,
  resolveReservationTerms,
} from "../../modules/supply/rules/resolve-reservation-terms"
import { SCOPE } from "../queries/price/adjustments"

const FIELDS = ["starts", "start_states", "hours", "warn_hours", "keep_states", "taken_states", "renewals"] as const

/** Of two rules that are as near, the one of the lesser id of its client category. */
const SQL = `
  select c.id as contract_id, said.rules
  from contract c left join legal_entity e on e.id = c.legal_entity_id
  cross join lateral (
    with terms as materialized (select c.id as contract_id, c.legal_entity_id, e.holding_id, c.region),
    ${SCOPE}
    select coalesce(json_agg(json_build_object(${FIELDS.map((field) => `'${field}', r.${field}`).join(", ")})
      order by scope.nearness, scope.id collate "C"), '[]') as rules
    from scope join reservation_rule r on r.scope_kind = scope.kind and r.scope_id = scope.id and r.deleted_at is null
  ) said
  where c.id = any(cast(:contract_ids as text[]))`

/** How orders under these contracts are reserved; of one that is not there nobody says anything. */
export async function reservationTermsOf(
  db: Knex,
  { contract_ids }: { contract_ids: readonly string[] }
): Promise<Map<string, ReservationTerms>> {
  const { rows } = await db.raw<{ rows: { contract_id: string; rules: ReservationFields[] }[] }>(SQL, { contract_ids: [...contract_ids] })
  const said = new Map(rows.map(({ contract_id, rules }) => [contract_id, rules]))
  return new Map(contract_ids.map((id) => [id, resolveReservationTerms(said.get(id) ?? [])]))
}

/** How orders under a contract are reserved. */
export async function reservationTerms(db: Knex, { contract_id }: { contract_id: string }): Promise<ReservationTerms> {
  const terms = await reservationTermsOf(db, { contract_ids: [contract_id] })
  return terms.get(contract_id) ?? resolveReservationTerms([])
}
