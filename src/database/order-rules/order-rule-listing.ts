import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ScopeKind } from "../../modules/contract-pricing/rules/adjustment"
import type { QuantityFields } from "../../modules/order-rules/rules/resolve-quantity-rule"
import { countedPage, type CountedRow } from "../counted-page"
import { givenFilters } from "../given-filters"
import type { EntryName } from "../pricing/entry-names"
import { scopeName } from "../pricing/scope-of-rule"

/** An order rule as people read it: ids with their names. Quantities are decimals in its unit; null = it says nothing. */
export interface OrderRuleListing extends QuantityFields {
  id: string
  scope: { kind: ScopeKind; id: string | null; name: string | null }
  /** Neither = everything. */
  target: { product: EntryName | null; category: { id: string; name: string } | null }
  /** Null = base units. */
  unit: { code: string; name: string } | null
  source: "erp" | "portal"
  /** The document in the ERP. */
  document: string | null
  /** Moment of the ERP's word, ISO 8601. */
  as_of: string | null
  /** The version that a change is made to. */
  updated_at: string
}

/** What an order rule may aim at. */
export const ORDER_RULE_TARGETS = ["product", "category", "everything"] as const
export type OrderRuleTarget = (typeof ORDER_RULE_TARGETS)[number]

export interface OrderRuleFilter {
  id?: string | undefined
  scope_kind?: ScopeKind | undefined
  scope_id?: string | undefined
  target_kind?: OrderRuleTarget | undefined
  source?: "erp" | "portal" | undefined
  /** Part of the name of whom it is for, of what it aims at, or of the document. */
  q?: string | undefined
}

const AIMS_AT: Record<OrderRuleTarget, string> = {
  product: "r.entry_key is not null",
  category: "r.category_key is not null",
  everything: "r.entry_key is null and r.category_key is null",
}

const CONDITIONS: Record<keyof OrderRuleFilter, string | typeof AIMS_AT> = {
  id: "r.id = :id",
  scope_kind: "r.scope_kind = :scope_kind",
  scope_id: "r.scope_id = :scope_id",
  target_kind: AIMS_AT,
  source: "r.source = :source",
  q: "(r.scope_name ilike :q or e.title ilike :q or e.article ilike :q or c.name ilike :q or r.document ilike :q)",
}

/** The unit is named by what any product calls it: the code is of a classifier. */
const UNIT = `
  case when p.unit_code is not null then json_build_object('code', p.unit_code, 'name', coalesce(
    (select u.name from sales_unit u where u.code = p.unit_code order by u.entry_key limit 1), p.unit_code)) end`

const sql = (conditions: string[]) => `
  with named as (select r.*, ${scopeName("r")} as scope_name from order_rule r where r.deleted_at is null),
  found as materialized (
    select r.*, c.id as category_id, c.name as category_name, e.variant_id, e.article, e.title, e.variant_title
    from named r
    left join catalog_entry e on e.key = r.entry_key
    left join catalog_category k on k.key = r.category_key left join product_category c on c.id = k.category_id
    where ${["true", ...conditions].join(" and ")}
  ),
  page as (select * from found order by created_at desc, id desc limit :limit offset :offset)
  select counted.total_count, p.id, json_build_object('kind', p.scope_kind, 'id', nullif(p.scope_id, ''), 'name', p.scope_name) as scope,
    json_build_object(
      'product', case when p.variant_id is not null then
        json_build_object('variant_id', p.variant_id, 'article', p.article, 'title', p.title, 'variant_title', p.variant_title) end,
      'category', case when p.category_id is not null then json_build_object('id', p.category_id, 'name', p.category_name) end) as target,
    ${UNIT} as unit, trim_scale(p.multiplicity)::text as multiplicity, trim_scale(p.minimum)::text as minimum,
    trim_scale(p.maximum)::text as maximum, p.source, p.document, to_jsonb(p.as_of) #>> '{}' as as_of,
    to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as updated_at
  from (select count(*)::int as total_count from found) as counted left join page p on true
  order by p.created_at desc, p.id desc`

/** Live order rules, made last first, and how many there are in all. */
export async function listOrderRules(
  db: Knex,
  { filter, limit, offset }: { filter: OrderRuleFilter; limit: number; offset: number }
): Promise<{ order_rules: OrderRuleListing[]; count: number }> {
  const { conditions, bindings } = givenFilters(filter, CONDITIONS)
  const { rows } = await db.raw<{ rows: CountedRow<OrderRuleListing>[] }>(sql(conditions), { ...bindings, limit, offset })
  const { rows: order_rules, count } = countedPage(rows)
  return { order_rules, count }
}

/** One live order rule; null when there is none. */
export async function orderRuleListing(db: Knex, { id }: { id: string }): Promise<OrderRuleListing | null> {
  const { order_rules } = await listOrderRules(db, { filter: { id }, limit: 1, offset: 0 })
  return order_rules[0] ?? null
}
