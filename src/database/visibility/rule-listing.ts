import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { VisibilityScope, VisibilityTarget } from "../../modules/catalog/rules/decide-visibility"
import { countedPage, type CountedRow } from "../counted-page"
import { givenFilters } from "../given-filters"
import { scopeName } from "../pricing/scope-of-rule"

/** A rule of visibility as people read it: ids with their names. */
export interface RuleListing {
  id: string
  name: string
  scope: { kind: VisibilityScope; id: string | null; name: string | null }
  target: {
    kind: VisibilityTarget
    /** A category or a variant. */
    id: string | null
    /** The property that has the value. */
    property: string | null
    /** What it is called: a category, a brand, a label, a value, a product. */
    name: string | null
    /** Products of a list. */
    size: number | null
  }
  shows: boolean
  source: "erp" | "portal"
  /** Moment of the ERP's word, ISO 8601. */
  as_of: string | null
  /** The version that a change is made to. */
  updated_at: string
}

export interface RuleFilter {
  id?: string | undefined
  scope_kind?: VisibilityScope | undefined
  scope_id?: string | undefined
  target_kind?: VisibilityTarget | undefined
  /** About this category or one above it. */
  category_id?: string | undefined
  /** "show" or "hide". */
  effect?: "show" | "hide" | undefined
  source?: "erp" | "portal" | undefined
  /** Part of its name, of whom it is for, or of what it is about. */
  q?: string | undefined
}

const CONDITIONS = {
  id: "r.id = :id",
  scope_kind: "r.scope_kind = :scope_kind",
  scope_id: "r.scope_id = :scope_id",
  target_kind: "r.target_kind = :target_kind",
  category_id: `r.target_kind = 'category' and r.category_key in (
    select k.key from product_category c join catalog_category k on k.category_id = any (string_to_array(c.mpath, '.')) where c.id = :category_id)`,
  effect: "r.shows = (:effect = 'show')",
  source: "r.source = :source",
  q: "(r.name ilike :q or r.scope_name ilike :q or r.target_name ilike :q)",
}

const LISTED = `select count(*)::int from trait_entry x where x.trait_key = r.trait_key`
/** The one that a rule about a single product names: the plain item, of one with characteristics. */
const FIRST_LISTED = `
  from trait_entry x join catalog_entry e on e.key = x.entry_key left join product_variant v on v.id = e.variant_id
  where x.trait_key = r.trait_key order by coalesce(v.metadata ->> 'is_base', '') <> 'true', e.key limit 1`

const NAMED = `
  select r.*, ${scopeName("r")} as scope_name, t.name as property,
    case r.target_kind
      when 'category' then (select c.name from catalog_category k join product_category c on c.id = k.category_id where k.key = r.category_key)
      when 'entry' then (select coalesce(e.article || ' · ', '') || e.title ${FIRST_LISTED})
      else nullif(t.value, '')
    end as target_name,
    case r.target_kind
      when 'category' then (select k.category_id from catalog_category k where k.key = r.category_key)
      when 'entry' then (select e.variant_id ${FIRST_LISTED})
    end as target_id
  from visibility_rule r left join price_trait t on t.key = r.trait_key
  where r.deleted_at is null`

const sql = (conditions: string[]) => `
  with named as materialized (${NAMED}),
  found as materialized (select r.* from named r where ${["true", ...conditions].join(" and ")}),
  page as (select * from found order by scope_kind, scope_name ${AS_READ}, name ${AS_READ}, id limit :limit offset :offset)
  select counted.total_count, r.id, r.name, json_build_object('kind', r.scope_kind, 'id', nullif(r.scope_id, ''), 'name', r.scope_name) as scope,
    json_build_object('kind', r.target_kind, 'id', r.target_id, 'name', r.target_name,
      'property', case when r.target_kind = 'property' then r.property end, 'size', case when r.target_kind = 'list' then (${LISTED}) end) as target,
    r.shows, r.source, to_jsonb(r.as_of) #>> '{}' as as_of,
    to_char(r.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as updated_at
  from (select count(*)::int as total_count from found) as counted left join page r on true
  order by r.scope_kind, r.scope_name ${AS_READ}, r.name ${AS_READ}, r.id`

/** Live rules by whom they are for, and how many there are in all. */
export async function listRules(
  db: Knex,
  { filter, limit, offset }: { filter: RuleFilter; limit: number; offset: number }
): Promise<{ rules: RuleListing[]; count: number }> {
  const { conditions, bindings } = givenFilters(filter, CONDITIONS)
  const { rows } = await db.raw<{ rows: CountedRow<RuleListing>[] }>(sql(conditions), { ...bindings, limit, offset })
  const { rows: rules, count } = countedPage(rows)
  return { rules, count }
}

/** One live rule; null when there is none. */
export async function ruleListing(db: Knex, { id }: { id: string }): Promise<RuleListing | null> {
  const { rules } = await listRules(db, { filter: { id }, limit: 1, offset: 0 })
  return rules[0] ?? null
}
