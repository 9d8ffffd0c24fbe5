import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ThresholdBasis } from "../../modules/contract-pricing/rules/threshold"
import type { ScopeKind } from "../../modules/contract-pricing/rules/threshold-draft"
import { countedPage, type CountedRow } from "../counted-page"
import { givenFilters } from "../given-filters"
import { scopeName } from "./scope-of-rule"

/** A threshold as people read it: ids with their names. Decimals are text; days are YYYY-MM-DD, null = open. */
export interface ThresholdListing {
  id: string
  scope: { kind: ScopeKind; id: string | null; name: string | null }
  basis: ThresholdBasis
  from_amount: string
  currency_code: string | null
  price_type: { id: string; name: string | null }
  starts_on: string | null
  ends_on: string | null
  source: "erp" | "portal"
  /** The document in the ERP. */
  document: string | null
  /** Moment of the ERP's word, ISO 8601. */
  as_of: string | null
  /** The version that a change is made to. */
  updated_at: string
}

export interface ThresholdFilter {
  id?: string | undefined
  basis?: ThresholdBasis | undefined
  scope_kind?: ScopeKind | undefined
  scope_id?: string | undefined
  source?: "erp" | "portal" | undefined
  /** Live on this day, YYYY-MM-DD. */
  live_on?: string | undefined
  /** Part of the name of whom it is for, of the price type, or of the document. */
  q?: string | undefined
}

const CONDITIONS: Record<keyof ThresholdFilter, string> = {
  id: "t.id = :id",
  basis: "t.basis = :basis",
  scope_kind: "t.scope_kind = :scope_kind",
  scope_id: "t.scope_id = :scope_id",
  source: "t.source = :source",
  live_on: "t.starts_on <= cast(:live_on as date) and t.ends_on >= cast(:live_on as date)",
  q: "(t.scope_name ilike :q or t.price_type_name ilike :q or t.document ilike :q)",
}

const NAMED = `
  select t.*, type.name as price_type_name, ${scopeName("t")} as scope_name
  from price_threshold t left join price_type type on type.id = t.price_type_id
  where t.deleted_at is null`

const sql = (conditions: string[]) => `
  with named as materialized (${NAMED}),
  found as materialized (select t.* from named t where ${["true", ...conditions].join(" and ")}),
  page as (select * from found order by basis desc, scope_kind, scope_name ${AS_READ}, from_amount, id limit :limit offset :offset)
  select counted.total_count, p.id, json_build_object('kind', p.scope_kind, 'id', nullif(p.scope_id, ''), 'name', p.scope_name) as scope, p.basis,
    trim_scale(p.from_amount)::text as from_amount, p.currency_code,
    json_build_object('id', p.price_type_id, 'name', p.price_type_name) as price_type,
    case when isfinite(p.starts_on) then p.starts_on::text end as starts_on, case when isfinite(p.ends_on) then p.ends_on::text end as ends_on,
    p.source, p.document, to_jsonb(p.as_of) #>> '{}' as as_of,
    to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as updated_at
  from (select count(*)::int as total_count from found) as counted left join page p on true
  order by p.basis desc, p.scope_kind, p.scope_name ${AS_READ}, p.from_amount, p.id`

/** Live thresholds, those by total first, then by whom they are for, the smallest first; and how many there are in all. */
export async function listThresholds(
  db: Knex,
  { filter, limit, offset }: { filter: ThresholdFilter; limit: number; offset: number }
): Promise<{ thresholds: ThresholdListing[]; count: number }> {
  const { conditions, bindings } = givenFilters(filter, CONDITIONS)
  const { rows } = await db.raw<{ rows: CountedRow<ThresholdListing>[] }>(sql(conditions), { ...bindings, limit, offset })
  const { rows: thresholds, count } = countedPage(rows)
  return { thresholds, count }
}

/** One live threshold; null when there is none. */
export async function thresholdListing(db: Knex, { id }: { id: string }): Promise<ThresholdListing | null> {
  const { thresholds } = await listThresholds(db, { filter: { id }, limit: 1, offset: 0 })
  return thresholds[0] ?? null
}
