import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type LabelRule, RULES_OF_ENTRIES } from "../../modules/catalog/rules/label-rule"
import { lockGoodsOfRules } from "../pricing/lock-price-rules"
import { liesIn } from "../queries/lies-in"
import { ALL_VARIANTS, type NamedVariants } from "./refresh-trait-entries"

const HAS_RULES = `select exists (select from label where rule ->> 'kind' = any (?)) as found`

/**
 * Brings up to date which of these entries bear labels by the rules that look at an entry alone, before its facts and traits are. Costs one
 * lookup where no label has such a rule.
 */
export async function refreshLabelsOfEntries(db: Knex, named: NamedVariants): Promise<void> {
  const { rows } = await db.raw<{ rows: { found: boolean }[] }>(HAS_RULES, [[...RULES_OF_ENTRIES]])
  if (rows[0]?.found) {
    await lockGoodsOfRules(db, "shared")
    await db.raw(
      refresh(named.sql, RULES_OF_ENTRIES, `rule ->> 'kind' in (${RULES_OF_ENTRIES.map((kind) => `'${kind}'`).join(", ")})`),
      named.bindings
    )
  }
}

/**
 * The same for all entries by all rules, with goods locked; a label whose rule is gone is borne by none.
 *
 * @param day the day it is, YYYY-MM-DD
 * @returns variants whose labels are others now
 */
export async function refreshLabelEntries(trx: Knex, { day }: { day: string }): Promise<string[]> {
  const kinds = Object.keys(WANTED).filter((kind): kind is LabelRule["kind"] => kind in WANTED)
  const { rows } = await trx.raw<{ rows: { variant_ids: string[] }[] }>(refresh(ALL_VARIANTS.sql, kinds, "true"), { day })
  return rows[0]?.variant_ids ?? []
}

/** By what an amount of one price type is multiplied to be compared with one of another type, which may include VAT where it does not. */
const withTaxOf = (type: string, other: string) =>
  `(case when ${other}.includes_vat and not ${type}.includes_vat then 1 + coalesce(e.vat_rate, 0) / 100 else 1 end)`

/** By kind of rule a select of label and entry, from `rule` and `entry`. Those that need the day take `:day`. */
const WANTED: Record<LabelRule["kind"], string> = {
  new: `
    select r.key as label_key, e.key as entry_key from rule r join entry e
      on e.listed_at >= greatest(now() - make_interval(days => (r.rule ->> 'days')::int), (r.rule ->> 'not_before')::date)
    where r.rule ->> 'kind' = 'new' and e.is_listed`,
  property: `
    select r.key, e.key from rule r join entry e on e.is_listed join product p on p.id = e.product_id and p.metadata @> r.metadata
    where r.rule ->> 'kind' = 'property'`,
  requisite: `
    select r.key, e.key from rule r join entry e on e.is_listed join product p on p.id = e.product_id and p.metadata @> r.metadata
    where r.rule ->> 'kind' = 'requisite'`,
  discount: `
    select r.key, e.key from rule r
    join price_adjustment a on a.scope_kind = 'everyone' and a.kind = 'percent' and a.value <= -(r.rule ->> 'percent')::numeric
      and a.deleted_at is null and a.starts_on <= cast(:day as date) and a.ends_on >= cast(:day as date) and a.from_quantity <= 1
      and not exists (select from price_trait t where t.key = any (a.trait_keys) and t.kind = 'label')
    join catalog_entry e on e.is_listed and (a.category_key is null or ${liesIn("a.category_key")})
      and not exists (
        select from unnest(a.trait_keys) as needed (key)
        where not exists (select from trait_entry x where x.trait_key = needed.key and x.entry_key = e.key)
      )
    where r.rule ->> 'kind' = 'discount'`,
  price_below: `
    select r.key, own.entry_key from rule r
    join price_type a on a.id = r.rule ->> 'price_type_id' and a.deleted_at is null
    join price_type b on b.id = r.rule ->> 'below_type_id' and b.deleted_at is null and b.currency_code = a.currency_code
    join type_price own on own.price_type_key = a.key
    join type_price other on other.price_type_key = b.key and other.entry_key = own.entry_key
    join catalog_entry e on e.key = own.entry_key
    where r.rule ->> 'kind' = 'price_below'
      and own.amount * ${withTaxOf("a", "b")} <= other.amount * ${withTaxOf("b", "a")} * (100 - (r.rule ->> 'percent')::numeric) / 100`,
  bestseller: `
    select r.key, best.key from rule r
    cross join lateral (
      select e.key from order_line_item item
      join order_item placed on placed.item_id = item.id and placed.deleted_at is null
      join "order" o on o.id = placed.order_id and o.version = placed.version and o.deleted_at is null and o.canceled_at is null and not o.is_draft_order
      join catalog_entry e on e.variant_id = item.variant_id and e.is_listed
      where item.deleted_at is null
        and not exists (select from order_state s where s.order_id = o.id and s.is_cancelled and s.deleted_at is null)
        and o.created_at >= now() - make_interval(days => (r.rule ->> 'days')::int)
      group by e.key order by count(distinct o.id) desc, sum(placed.quantity) desc, e.key limit (r.rule ->> 'count')::int
    ) best
    where r.rule ->> 'kind' = 'bestseller'`,
}

/** @param rules condition of the labels that are looked at */
const refresh = (named: string, kinds: readonly LabelRule["kind"][], rules: string) => `
  with named as materialized (select distinct variant_id from (${named}) mentioned),
  rule as materialized (
    select key, rule, case rule ->> 'kind'
        when 'property' then jsonb_build_object('properties', jsonb_build_array(jsonb_build_object('name', rule ->> 'name', 'value', rule ->> 'value')))
        when 'requisite' then jsonb_build_object('requisites', jsonb_build_object(rule ->> 'name', rule ->> 'value'))
      end as metadata
    from label where ${rules}
  ),
  entry as materialized (
    select e.key, e.variant_id, e.product_id, e.is_listed, coalesce(e.listed_at, e.created_at) as listed_at
    from named join catalog_entry e on e.variant_id = named.variant_id
  ),
  wanted as materialized (${kinds.map((kind) => WANTED[kind]).join(" union ")}),
  removed as (
    delete from label_entry x using rule r, entry e
    where x.label_key = r.key and x.entry_key = e.key
      and not exists (select from wanted w where w.label_key = x.label_key and w.entry_key = x.entry_key)
    returning x.entry_key
  ),
  added as (
    insert into label_entry (label_key, entry_key)
    select w.label_key, w.entry_key from wanted w
    where not exists (select from label_entry x where x.label_key = w.label_key and x.entry_key = w.entry_key)
    order by w.label_key, w.entry_key
    on conflict do nothing
    returning entry_key
  )
  select coalesce(array_agg(distinct e.variant_id), '{}') as variant_ids
  from (select entry_key from removed union select entry_key from added) changed join entry e on e.key = changed.entry_key`
