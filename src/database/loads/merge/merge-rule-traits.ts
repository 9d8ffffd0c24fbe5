import { noteIssues } from "../issues"
import { run, type LoadContext } from "../load-context"
import { ALL_VARIANTS, refreshTraitEntries, SIBLINGS } from "../refresh-trait-entries"
import { awaitGoods } from "./awaited-goods"

/** Rules whose targets name traits of goods. */
export interface TraitRules {
  /** Their table; `load_<table>` has the documents. */
  table: "price_adjustment" | "visibility_rule"
  /** What a rule is called in a remark. */
  called: string
  /** Code of the remark on an offer of a list that is unknown. */
  offerUnknown: string
}

/**
 * Makes the traits that targets name, and puts down which entries have those that are new. The list of a rule is its own, named by its id. Gives
 * `load_<table>_trait`: (id, kind, name, value) of each rule.
 */
export async function mergeRuleTraits(load: LoadContext, rules: TraitRules): Promise<void> {
  const { table, called, offerUnknown } = rules
  await run(load, wantedTraits(table))
  const made = await run<{ key: number; kind: string }>(load, insertTraits(table))
  if (made.rowCount >= STATISTICS_FROM) {
    await run(load, `analyze price_trait (kind, name)`)
  }
  const computed = made.rows.filter(({ kind }) => kind !== "list").map(({ key }) => key)
  if (computed.length > 0) {
    await refreshTraitEntries(load.trx, ALL_VARIANTS, computed)
  }
  await run(load, listed(table))
  await run(load, listedSiblings(table))
  await noteIssues(
    load,
    `select 'warning' as severity, '${offerUnknown}' as code,
       'No product or offer ' || offer_id || ' is known; ${called} «' || name || '» goes without it until it comes.' as message, offer_id as subject
     from load_${table}_listed where entry_key is null`
  )
  await awaitGoods(load, {
    holder: table,
    unknown: `select holder_id, offer_id as external_id from load_${table}_listed where entry_key is null`,
    isTold: "true",
  })
  await run(load, removeListed(table))
  await run(load, addListed(table))
}

/** New traits from which on the planner has to learn of them: taking the lists for a few, it would compare each rule with each. */
const STATISTICS_FROM = 1000

const wantedTraits = (table: string) => `
  create temporary table load_${table}_trait on commit drop as
  select l.id, named.kind, named.name, named.value
  from load_${table} l
  cross join lateral (
    select 'brand' as kind, '' as name, l.record -> 'target' ->> 'brand' as value where l.record -> 'target' ->> 'brand' is not null
    union select 'property', fact.name, fact.value
    from jsonb_to_recordset(coalesce(nullif(l.record -> 'target' -> 'properties', 'null'), '[]')) as fact (name text, value text)
    union select 'label', '', label from jsonb_array_elements_text(coalesce(nullif(l.record -> 'target' -> 'labels', 'null'), '[]')) as label
    union select 'list', l.id, '' where jsonb_typeof(l.record -> 'target' -> 'offer_external_ids') = 'array'
  ) named
  where not l.is_deleted`

const insertTraits = (table: string) => `
  insert into price_trait (kind, name, value)
  select distinct w.kind, w.name, w.value from load_${table}_trait w
  where not exists (select from price_trait t where (t.kind, t.name, t.value) = (w.kind, w.name, w.value))
  returning key, kind`

const listed = (table: string) => `
  create temporary table load_${table}_listed on commit drop as
  select distinct t.key as trait_key, l.id as holder_id, l.record ->> 'name' as name, offer.id as offer_id, e.key as entry_key
  from load_${table} l
  join price_trait t on t.kind = 'list' and t.name = l.id
  cross join lateral jsonb_array_elements_text(l.record -> 'target' -> 'offer_external_ids') as offer (id)
  left join erp_mapping m on m.source = :source and m.kind = 'offer' and m.external_id = offer.id
  left join catalog_entry e on e.variant_id = m.internal_id
  where not l.is_deleted and jsonb_typeof(l.record -> 'target' -> 'offer_external_ids') = 'array'`

/** Of each plain item its characteristics; an entry may stand there twice. */
const listedSiblings = (table: string) => `
  insert into load_${table}_listed (trait_key, holder_id, name, offer_id, entry_key)
  select l.trait_key, l.holder_id, l.name, l.offer_id, sibling.key
  from load_${table}_listed l join catalog_entry base on base.key = l.entry_key ${SIBLINGS}`

const removeListed = (table: string) => `
  delete from trait_entry x using price_trait t, load_${table} l
  where t.kind = 'list' and t.name = l.id and x.trait_key = t.key
    and not exists (select from load_${table}_listed w where w.trait_key = x.trait_key and w.entry_key = x.entry_key)`

const addListed = (table: string) => `
  insert into trait_entry (trait_key, entry_key)
  select distinct w.trait_key, w.entry_key from load_${table}_listed w
  where w.entry_key is not null and not exists (select from trait_entry x where x.trait_key = w.trait_key and x.entry_key = w.entry_key)
  order by w.trait_key, w.entry_key`
