import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { jsonArray } from "./json-array"
import type { NamedVariants } from "./refresh-trait-entries"

/** A longer one is a description: nobody chooses it from a list. */
const VALUE_MAX = 100

/** More values than these are not chosen from, unless they are numbers, of which a range is. */
const CHOICES_MAX = 100

/**
 * Brings up to date by which values of properties the entries are found: brand (`product.metadata.manufacturer`), properties
 * (`product.metadata.properties`), characteristics of the variant (`product_variant.metadata.characteristics`) and labels (tags of the product, and those that
 * `label_entry` has by their rules). An entry of which the same is said as the last time is passed over, as its digest tells; unlisted entries have none.
 *
 * @param isAnew looks at what is said of every entry, whatever its digest, and writes what differs: to write an entry's facts takes longer than to compare them
 * @returns whether anything was written
 */
export async function refreshFacts(db: Knex, named: NamedVariants, isAnew = false): Promise<boolean> {
  if (isAnew) {
    await db.raw(ALONE)
  }
  const { rows } = await db.raw<{ rows: { is_changed: boolean; has_new_values: boolean }[] }>(refresh(named.sql, isAnew), named.bindings)
  if (rows[0]?.has_new_values) {
    await db.raw(PROPOSE)
  }
  return rows[0]?.is_changed ?? false
}

/** To compare all takes seconds: facts of a load that is through meanwhile must not be written over by what was said before it. */
const ALONE = `lock table catalog_facts in share row exclusive mode`

/** `changed`: entries of which something else is said than the last time, and `said`: what is said of each. */
const said = (named: string, isAnew: boolean) => `  named as materialized (${named}),
  standing as materialized (
    select e.key, e.variant_id, e.product_id, e.is_listed from (select distinct variant_id from named) n join catalog_entry e on e.variant_id = n.variant_id
  ),
  borne as (
    select key, array_agg(code order by code) as codes
    from (
      select s.key, tag.value as code from standing s
      join product_tags link on link.product_id = s.product_id
      join product_tag tag on tag.id = link.product_tag_id and tag.deleted_at is null
      union
      select s.key, l.code from standing s join label_entry x on x.entry_key = s.key join label l on l.key = x.label_key
    ) given
    group by key
  ),
  entry as materialized (
    select s.key, s.is_listed, p.metadata ->> 'manufacturer' as brand, borne.codes as labels,
      ${jsonArray("p.metadata -> 'properties'")} || ${jsonArray("v.metadata -> 'characteristics'")} as facts
    from standing s
    left join product_variant v on v.id = s.variant_id
    left join product p on p.id = s.product_id
    left join borne on borne.key = s.key
  ),
  changed as materialized (
    select e.*
    from (select *, jsonb_hash_extended(facts || jsonb_build_array(brand, labels), 0) as digest from entry where is_listed) e
    left join catalog_facts f on f.entry_key = e.key
    where ${isAnew ? "true" : "f.digest is distinct from e.digest"}
  ),
  spoken as (
    select key as entry_key, 'brand' as kind, '' as name, brand as value from changed where brand <> ''
    union all
    select c.key, 'property', fact.name, fact.value from changed c cross join jsonb_to_recordset(c.facts) as fact (name text, value text)
    where fact.name <> '' and fact.value <> '' and length(fact.value) <= ${VALUE_MAX}
    union all
    select key, 'label', '', value from changed cross join unnest(labels) as value
  ),
  said as materialized (select *, hashtextextended(kind || ' ' || name || ' ' || value, 0) as spelling from spoken)`

/**
 * Half a million sayings are joined with their keys by a hash of what they say, since to sort them by the texts takes longer than all the rest. What is
 * inserted in vain returns its key nevertheless: another transaction may have brought it just now.
 */
const refresh = (named: string, isAnew: boolean) => `
  with ${said(named, isAnew)},
  fact as materialized (select spelling, kind, name, value from said group by spelling, kind, name, value),
  new_property as (
    insert into catalog_property (id, kind, name)
    select kontor_id('cprp', kontor_id_time(now())), kind, name from (select distinct kind, name from fact) n
    where not exists (select from catalog_property p where p.kind = n.kind and p.name = n.name)
    order by kind, name
    on conflict (kind, name) do update set name = excluded.name
    returning key, kind, name
  ),
  property as materialized (select key, kind, name from catalog_property union all select key, kind, name from new_property),
  valued as materialized (
    select fact.spelling, fact.value, p.key as property_key from fact join property p on p.kind = fact.kind and p.name = fact.name
  ),
  new_value as (
    insert into catalog_value (property_key, value)
    select property_key, value from valued n
    where not exists (select from catalog_value v where v.property_key = n.property_key and v.value = n.value)
    order by property_key, value
    on conflict (property_key, value) do update set value = excluded.value
    returning key, property_key, value
  ),
  known as materialized (
    select valued.spelling, valued.property_key, valued.value, v.key
    from valued join (select key, property_key, value from catalog_value union all select key, property_key, value from new_value) v
      on v.property_key = valued.property_key and v.value = valued.value
  ),
  keyed as (
    select said.entry_key, array_agg(distinct known.key order by known.key) as value_keys
    from said join known on known.spelling = said.spelling and known.value is not distinct from said.value
    group by said.entry_key
  ),
  removed as (
    delete from catalog_facts f using entry e where f.entry_key = e.key and not e.is_listed returning 1
  ),
  written as (
    insert into catalog_facts (entry_key, value_keys, digest)
    select changed.key, coalesce(keyed.value_keys, '{}'), changed.digest from changed left join keyed on keyed.entry_key = changed.key
    ${isAnew ? IS_OTHER : ""} order by changed.key
    on conflict (entry_key) do update set value_keys = excluded.value_keys, digest = excluded.digest
    returning 1
  )
  select exists (select from written) or exists (select from removed) as is_changed, exists (select from new_value) as has_new_values`

const IS_OTHER = `left join catalog_facts known on known.entry_key = changed.key
    where (known.digest, known.value_keys) is distinct from (changed.digest, coalesce(keyed.value_keys, '{}'))`

/** Which properties are worth narrowing by, as their values show; whoever sets it otherwise is followed. */
const PROPOSE = `
  update catalog_property p set value_count = s.value_count, is_number = s.is_number, proposed_unit = s.unit, proposed_facet = s.is_proposed
  from (
    select v.property_key, count(*)::int as value_count,
      p.kind = 'property' and bool_and(v.number is not null) and count(distinct v.unit) <= 1 as is_number,
      case when bool_and(v.number is not null) and count(distinct v.unit) = 1 then min(v.unit) end as unit,
      p.kind <> 'property' or (bool_and(v.number is not null) and count(distinct v.unit) <= 1) or count(*) <= ${CHOICES_MAX} as is_proposed
    from catalog_value v join catalog_property p on p.key = v.property_key group by v.property_key, p.kind
  ) s
  where s.property_key = p.key
    and (p.value_count, p.is_number, p.proposed_unit, p.proposed_facet) is distinct from (s.value_count, s.is_number, s.unit, s.is_proposed)`
