import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type AdjustmentFacts, specificityOf } from "../../modules/contract-pricing/rules/adjustment"
import { ALL_VARIANTS, refreshTraitEntries } from "../loads/refresh-trait-entries"

/**
 * Writes an adjustment made by hand, new or changed, with all that it aims at: traits that nobody aimed at before are made, and it is computed
 * at once which goods have them. Ended ones are live again. With goods and rules locked.
 */
export async function writeAdjustment(trx: Knex, { id, facts }: { id: string; facts: AdjustmentFacts }): Promise<void> {
  const traitKeys = await placeTraits(trx, { id, facts })
  const { list: _list, traits: _traits, ...columns } = facts
  await trx.raw(UPSERT, { ...columns, id, trait_keys: traitKeys, specificity: specificityOf(facts) })
}

/** Ends an adjustment; its traits are for {@link forgetTraits}. */
export async function endAdjustment(trx: Knex, { id }: { id: string }): Promise<void> {
  await trx.raw(`update price_adjustment set deleted_at = clock_timestamp(), updated_at = clock_timestamp() where id = :id`, { id })
}

/** Takes back that an adjustment was made. */
export async function eraseAdjustment(trx: Knex, { id }: { id: string }): Promise<void> {
  await trx.raw(`delete from price_adjustment where id = :id`, { id })
}

const UPSERT = `
  insert into price_adjustment as a (id, name, scope_kind, scope_id, category_key, trait_keys, specificity, kind, value, currency_code, from_quantity,
    starts_on, ends_on, is_stacking, source, updated_at)
  values (:id, :name, :scope_kind, :scope_id, cast(:category_key as int), cast(:trait_keys as int[]), :specificity, :kind, cast(:value as numeric),
    :currency_code, cast(:from_quantity as numeric), coalesce(cast(:starts_on as date), '-infinity'), coalesce(cast(:ends_on as date), 'infinity'),
    :is_stacking, 'portal', clock_timestamp())
  on conflict (id) do update set name = excluded.name, scope_kind = excluded.scope_kind, scope_id = excluded.scope_id,
    category_key = excluded.category_key, trait_keys = excluded.trait_keys, specificity = excluded.specificity, kind = excluded.kind,
    value = excluded.value, currency_code = excluded.currency_code, from_quantity = excluded.from_quantity, starts_on = excluded.starts_on,
    ends_on = excluded.ends_on, is_stacking = excluded.is_stacking, updated_at = excluded.updated_at, deleted_at = null`

/** Keys of the traits that a rule aims at, its own list among them; those that are new are made. With goods and rules locked. */
export async function placeTraits(
  trx: Knex,
  { id, facts }: { id: string; facts: Pick<AdjustmentFacts, "traits" | "list"> }
): Promise<number[]> {
  const named = [...facts.traits, ...(facts.list === null ? [] : [{ kind: "list", name: id, value: "" }])]
  if (named.length === 0) {
    return []
  }
  const bindings = { named: JSON.stringify(named) }
  const made = await trx.raw<{ rows: { key: number; kind: string }[] }>(MAKE_TRAITS, bindings)
  const computed = made.rows.filter(({ kind }) => kind !== "list").map(({ key }) => key)
  if (computed.length > 0) {
    await refreshTraitEntries(trx, ALL_VARIANTS, computed)
  }
  const placed = await trx.raw<{ rows: { key: number; kind: string }[] }>(TRAITS, bindings)
  const list = placed.rows.find(({ kind }) => kind === "list")
  if (list) {
    await trx.raw(REPLACE_LIST, { trait_key: list.key, entry_keys: facts.list ?? [] })
  }
  return placed.rows.map(({ key }) => key)
}

const NAMED = `jsonb_to_recordset(cast(:named as jsonb)) as w (kind text, name text, value text)`

const MAKE_TRAITS = `
  insert into price_trait (kind, name, value)
  select w.kind, w.name, w.value from ${NAMED}
  where not exists (select from price_trait t where (t.kind, t.name, t.value) = (w.kind, w.name, w.value))
  on conflict do nothing
  returning key, kind`

const TRAITS = `
  select t.key, t.kind from ${NAMED} join price_trait t on (t.kind, t.name, t.value) = (w.kind, w.name, w.value) order by t.key`

/** What goes is not in the list and what comes was not, so that neither sees the other. */
const REPLACE_LIST = `
  with wanted as materialized (select distinct unnest(cast(:entry_keys as int[])) as entry_key),
  removed as (
    delete from trait_entry x where x.trait_key = :trait_key and not exists (select from wanted w where w.entry_key = x.entry_key)
  )
  insert into trait_entry (trait_key, entry_key)
  select :trait_key, w.entry_key from wanted w
  where not exists (select from trait_entry x where x.trait_key = :trait_key and x.entry_key = w.entry_key)
  order by w.entry_key`
