import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"

/**
 * Units and quantity rules of catalogue entries. A product's units hold for all its variants. An offer usually repeats the base unit
 * alone, which says nothing new: its units are taken when it names packings or when the entry has none yet.
 */
export async function mergeUnits(load: LoadContext): Promise<void> {
  await run(load, INHERIT_UNITS)
  await run(load, WANTED_UNITS)
  await run(load, `analyze load_unit`)
  const { rows } = await run<{ received: number; has_standing: boolean }>(load, FOUND_UNITS)
  const { received = 0, has_standing = false } = rows[0] ?? {}
  const changed = has_standing ? await changeStandingUnits(load) : { updated: 0, deleted: 0 }
  const created = await run(load, ADD_UNITS)
  count(load, "units", { received, created: created.rowCount, ...changed })
  await mergeQuantityRules(load)
}

/** Brings the units that entries have already in line with the package. Goods that are all new have none. */
async function changeStandingUnits(load: LoadContext): Promise<{ updated: number; deleted: number }> {
  const deleted = await run(load, REMOVE_UNITS)
  await run(load, CLEAR_BASE_UNITS)
  const updated = await run(load, UPDATE_UNITS)
  return { updated: updated.rowCount, deleted: deleted.rowCount }
}

const FOUND_UNITS = `
  select (select count(*)::int from load_unit) as received,
    exists (select from load_unit l join sales_unit u on u.entry_key = l.entry_key) as has_standing`

/** Each new variant beside the plain item of its product. */
const NEW_CHARACTERISTICS = `
  from load_variant v
  join catalog_entry e on e.variant_id = v.id
  join erp_mapping base on base.source = :source and base.kind = 'offer' and base.external_id = v.product_external_id
  join catalog_entry base_entry on base_entry.variant_id = base.internal_id`

/** A characteristic is sold as the plain item of its product is, until told otherwise. */
const INHERIT_UNITS = `
  insert into sales_unit (entry_key, code, name, coefficient, is_base)
  select e.key, u.code, u.name, u.coefficient, u.is_base ${NEW_CHARACTERISTICS} join sales_unit u on u.entry_key = base_entry.key
  where v.is_new and not v.is_base and not exists (select from sales_unit own where own.entry_key = e.key)`

const INHERIT_RULES = `
  insert into quantity_rule (entry_key, multiplicity, minimum)
  select e.key, r.multiplicity, r.minimum ${NEW_CHARACTERISTICS} join quantity_rule r on r.entry_key = base_entry.key
  where v.is_new and not v.is_base and not exists (select from quantity_rule own where own.entry_key = e.key)`

const WANTED_UNITS = `
  create temporary table load_unit on commit drop as
  with said as (
    select e.key as entry_key, 1 as precedence, l.seq, l.record -> 'units' as units
    from load_product l join catalog_entry e on e.product_id = l.id
    where jsonb_array_length(l.record -> 'units') > 0
    union all
    select e.key, case when jsonb_array_length(o.record -> 'units') > 1 then 0 else 2 end, o.seq, o.record -> 'units'
    from stage_offer o
    join erp_mapping m on m.source = :source and m.kind = 'offer' and m.external_id = o.external_id
    join catalog_entry e on e.variant_id = m.internal_id
    where jsonb_array_length(o.record -> 'units') > 0
      and (jsonb_array_length(o.record -> 'units') > 1 or not exists (select from sales_unit u where u.entry_key = e.key))
  ),
  chosen as (select distinct on (entry_key) entry_key, units from said order by entry_key, precedence, seq desc)
  select distinct on (entry_key, unit.value ->> 'code') entry_key, unit.value ->> 'code' as code, unit.value ->> 'name' as name,
    (unit.value ->> 'coefficient')::numeric(18, 6) as coefficient, unit.ordinality = 1 as is_base
  from chosen cross join lateral jsonb_array_elements(units) with ordinality as unit
  where (unit.value ->> 'coefficient')::numeric(18, 6) > 0
  order by entry_key, unit.value ->> 'code', unit.ordinality`

const REMOVE_UNITS = `
  delete from sales_unit u
  where exists (select from load_unit l where l.entry_key = u.entry_key)
    and not exists (select from load_unit l where l.entry_key = u.entry_key and l.code = u.code)`

/** An index allows one base unit, so the old one steps down before the new one steps up. */
const CLEAR_BASE_UNITS = `
  update sales_unit u set is_base = false from load_unit l where u.entry_key = l.entry_key and u.code = l.code and u.is_base and not l.is_base`

const UPDATE_UNITS = `
  update sales_unit u set name = l.name, coefficient = l.coefficient, is_base = l.is_base
  from load_unit l
  where u.entry_key = l.entry_key and u.code = l.code
    and (u.name, u.coefficient, u.is_base) is distinct from (l.name, l.coefficient, l.is_base)`

const ADD_UNITS = `
  insert into sales_unit (entry_key, code, name, coefficient, is_base)
  select l.entry_key, l.code, l.name, l.coefficient, l.is_base
  from load_unit l left join sales_unit u on u.entry_key = l.entry_key and u.code = l.code
  where u.entry_key is null order by l.entry_key, l.code`

async function mergeQuantityRules(load: LoadContext): Promise<void> {
  await noteIssues(
    load,
    `select 'warning' as severity, 'quantity_requisite_invalid' as code,
       '«' || (record ->> 'quantity_invalid') || '» is no quantity; the multiplicity or minimum is left as it was.' as message, external_id as subject
     from load_product where record ->> 'quantity_invalid' is not null`
  )
  await run(load, INHERIT_RULES)
  await run(load, WANTED_RULES)
  const updated = await run(
    load,
    `update quantity_rule r set multiplicity = l.multiplicity, minimum = l.minimum
     from load_quantity_rule l
     where r.entry_key = l.entry_key and (r.multiplicity, r.minimum) is distinct from (l.multiplicity, l.minimum)`
  )
  const created = await run(
    load,
    `insert into quantity_rule (entry_key, multiplicity, minimum)
     select l.entry_key, l.multiplicity, l.minimum from load_quantity_rule l
     left join quantity_rule r on r.entry_key = l.entry_key where r.entry_key is null order by l.entry_key`
  )
  const received = await run<{ rules: number }>(load, `select count(*)::int as rules from load_quantity_rule`)
  count(load, "quantity_rules", { received: received.rows[0]?.rules ?? 0, created: created.rowCount, updated: updated.rowCount })
}

/** What a package does not mention stands as it was, or as the default. */
const WANTED_RULES = `
  create temporary table load_quantity_rule on commit drop as
  select e.key as entry_key,
    coalesce((l.record ->> 'multiplicity')::numeric(18, 6), r.multiplicity, 1) as multiplicity,
    coalesce((l.record ->> 'minimum')::numeric(18, 6), r.minimum, 0) as minimum
  from load_product l
  join catalog_entry e on e.product_id = l.id
  left join quantity_rule r on r.entry_key = e.key
  where l.record ->> 'multiplicity' is not null or l.record ->> 'minimum' is not null`
