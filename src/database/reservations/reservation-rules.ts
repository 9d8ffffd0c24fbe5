import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ScopeKind } from "../../modules/contract-pricing/rules/adjustment"
import type { ReservationFields } from "../../modules/supply/rules/resolve-reservation-terms"
import { countedPage, type CountedRow } from "../counted-page"
import { givenFilters } from "../given-filters"
import { scopeName } from "../pricing/scope-of-rule"

/** A reservation rule as people read it; null = it says nothing of that. */
export interface ReservationRuleListing extends ReservationFields {
  id: string
  scope: { kind: ScopeKind; id: string | null; name: string | null }
  /** The version that a change is made to. */
  updated_at: string
}

export interface ReservationRuleFilter {
  id?: string | undefined
  scope_kind?: ScopeKind | undefined
  scope_id?: string | undefined
  /** Part of the name of whom it is for. */
  q?: string | undefined
}

const CONDITIONS: Record<keyof ReservationRuleFilter, string> = {
  id: "r.id = :id",
  scope_kind: "r.scope_kind = :scope_kind",
  scope_id: "r.scope_id = :scope_id",
  q: "r.scope_name ilike :q",
}

const sql = (conditions: string[]) => `
  with named as (select r.*, ${scopeName("r")} as scope_name from reservation_rule r where r.deleted_at is null),
  found as materialized (select r.* from named r where ${["true", ...conditions].join(" and ")}),
  page as (select * from found order by created_at desc, id desc limit :limit offset :offset)
  select counted.total_count, p.id, json_build_object('kind', p.scope_kind, 'id', nullif(p.scope_id, ''), 'name', p.scope_name) as scope,
    p.starts, p.start_states, p.hours, p.warn_hours, p.keep_states, p.taken_states, p.renewals,
    to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as updated_at
  from (select count(*)::int as total_count from found) as counted left join page p on true
  order by p.created_at desc, p.id desc`

/** Live reservation rules, made last first, and how many there are in all. */
export async function listReservationRules(
  db: Knex,
  { filter, limit, offset }: { filter: ReservationRuleFilter; limit: number; offset: number }
): Promise<{ reservation_rules: ReservationRuleListing[]; count: number }> {
  const { conditions, bindings } = givenFilters(filter, CONDITIONS)
  const { rows } = await db.raw<{ rows: CountedRow<ReservationRuleListing>[] }>(sql(conditions), { ...bindings, limit, offset })
  const { rows: reservation_rules, count } = countedPage(rows)
  return { reservation_rules, count }
}

/** One live reservation rule; null when there is none. */
export async function reservationRule(db: Knex, filter: ReservationRuleFilter): Promise<ReservationRuleListing | null> {
  const { reservation_rules } = await listReservationRules(db, { filter, limit: 1, offset: 0 })
  return reservation_rules[0] ?? null
}

/** States that are offered to choose from. */
const STATES_SHOWN = 100

const STATES = `
  select status from order_state where status <> '' and deleted_at is null group by status order by count(*) desc, status limit ${STATES_SHOWN}`

/** The states that the ERP has said of orders, in its own words, the commonest first. */
export async function statesOfErp(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { status: string }[] }>(STATES)
  return rows.map(({ status }) => status)
}
