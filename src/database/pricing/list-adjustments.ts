import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AdjustmentKind, ScopeKind, TargetKind } from "../../modules/contract-pricing/rules/adjustment"
import { countedPage, type CountedRow } from "../counted-page"
import { givenFilters } from "../given-filters"
import { scopeName } from "./scope-of-rule"

/** An adjustment as people read it: ids with their names. Decimals are text; days are YYYY-MM-DD, null = open. */
export interface AdjustmentListing {
  id: string
  name: string
  scope: { kind: ScopeKind; id: string | null; name: string | null }
  /** All that is named must hold. */
  target: {
    category: { id: string; name: string } | null
    brand: string | null
    properties: { name: string; value: string }[]
    labels: string[]
    /** How many products the list has; null = there is none. */
    list_size: number | null
  }
  kind: AdjustmentKind
  value: string
  currency_code: string | null
  from_quantity: string
  starts_on: string | null
  ends_on: string | null
  is_stacking: boolean
  source: "erp" | "portal"
  /** The document in the ERP. */
  document: string | null
  as_of: string | null
  /** The version that a change is made to. */
  updated_at: string
}

export interface AdjustmentFilter {
  id?: string | undefined
  scope_kind?: ScopeKind | undefined
  scope_id?: string | undefined
  target_kind?: TargetKind | undefined
  /** Aims at this category or at one above it. */
  category_id?: string | undefined
  source?: "erp" | "portal" | undefined
  /** Live on this day, YYYY-MM-DD. */
  live_on?: string | undefined
  /** Part of the name, the document, or a value that is aimed at. */
  q?: string | undefined
}

const aimsAtTrait = (kind: string) => `exists (select from price_trait t where t.key = any (a.trait_keys) and t.kind = '${kind}')`

/** Any of the conditions of a target, not its most specific one alone. */
const AIMS_AT: Record<TargetKind, string> = {
  everything: "a.category_key is null and a.trait_keys = '{}'",
  category: "a.category_key is not null",
  brand: aimsAtTrait("brand"),
  property: aimsAtTrait("property"),
  label: aimsAtTrait("label"),
  list: aimsAtTrait("list"),
}

const CONDITIONS: Record<keyof AdjustmentFilter, string | typeof AIMS_AT> = {
  id: "a.id = :id",
  scope_kind: "a.scope_kind = :scope_kind",
  scope_id: "a.scope_id = :scope_id",
  target_kind: AIMS_AT,
  category_id: `a.category_key in (
    select k.key from product_category c join catalog_category k on k.category_id = any (string_to_array(c.mpath, '.')) where c.id = :category_id)`,
  source: "a.source = :source",
  live_on: "a.starts_on <= cast(:live_on as date) and a.ends_on >= cast(:live_on as date)",
  q: `(a.name ilike :q or a.document ilike :q or exists (select from price_trait t where t.key = any (a.trait_keys) and t.kind <> 'list' and t.value ilike :q))`,
}

/** Live adjustments, made last first, and how many there are in all. */
export async function listAdjustments(
  db: Knex,
  { filter, limit, offset }: { filter: AdjustmentFilter; limit: number; offset: number }
): Promise<{ adjustments: AdjustmentListing[]; count: number }> {
  const { conditions, bindings } = givenFilters(filter, CONDITIONS)
  const { rows } = await db.raw<{ rows: CountedRow<AdjustmentListing>[] }>(sql(conditions), { ...bindings, limit, offset })
  const { rows: adjustments, count } = countedPage(rows)
  return { adjustments, count }
}

/** One live adjustment; null when there is none. */
export async function adjustmentListing(db: Knex, { id }: { id: string }): Promise<AdjustmentListing | null> {
  const { adjustments } = await listAdjustments(db, { filter: { id }, limit: 1, offset: 0 })
  return adjustments[0] ?? null
}

const TARGET = `
  json_build_object(
    'category', (select json_build_object('id', c.id, 'name', c.name)
      from catalog_category k join product_category c on c.id = k.category_id where k.key = p.category_key),
    'brand', (select t.value from price_trait t where t.key = any (p.trait_keys) and t.kind = 'brand' limit 1),
    'properties', (select coalesce(json_agg(json_build_object('name', t.name, 'value', t.value) order by t.name ${AS_READ}, t.value ${AS_READ}), '[]')
      from price_trait t where t.key = any (p.trait_keys) and t.kind = 'property'),
    'labels', (select coalesce(json_agg(t.value order by t.value ${AS_READ}), '[]') from price_trait t where t.key = any (p.trait_keys) and t.kind = 'label'),
    'list_size', (select count(x.entry_key)::int from price_trait t left join trait_entry x on x.trait_key = t.key
      where t.key = any (p.trait_keys) and t.kind = 'list' group by t.key))`

function sql(conditions: string[]): string {
  return `
    with found as materialized (
      select a.key from price_adjustment a where a.deleted_at is null ${conditions.map((condition) => `and ${condition}`).join(" ")}
    ),
    page as (
      select a.* from found join price_adjustment a on a.key = found.key order by a.key desc limit :limit offset :offset
    )
    select counted.total_count, p.id, p.name,
      json_build_object('kind', p.scope_kind, 'id', nullif(p.scope_id, ''), 'name', ${scopeName("p")}) as scope, ${TARGET} as target, p.kind,
      trim_scale(p.value)::text as value, p.currency_code, trim_scale(p.from_quantity)::text as from_quantity,
      case when isfinite(p.starts_on) then p.starts_on::text end as starts_on, case when isfinite(p.ends_on) then p.ends_on::text end as ends_on,
      p.is_stacking, p.source, p.document, to_jsonb(p.as_of) #>> '{}' as as_of,
      to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as updated_at
    from (select count(*)::int as total_count from found) as counted
    left join page p on true
    order by p.key desc`
}
