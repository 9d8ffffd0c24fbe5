import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { isDeepStrictEqual } from "node:util"
import type { LabelRule } from "../../modules/catalog/rules/label-rule"
import { noteCatalogChange } from "../loads/note-catalog-change"
import { lockGoodsOfRules } from "../pricing/lock-price-rules"
import type { LabelFacts } from "./label-listing"
import { refreshBearers, refreshLabels } from "./refresh-labels"

/** Labels of an installation: more are a property. */
const LABELS_MAX = 100

export type LabelDraft = LabelFacts & { code: string }
/** What is left out stays. */
export type LabelChange = { [Fact in keyof LabelFacts]?: LabelFacts[Fact] | undefined }

type LabelRow = LabelDraft & { key: number; id: string }

const ONE = `select key, id, code, name_ru, name_en, colour, position, rule from label where id = :id for update`

const INSERT = `
  insert into label (id, code, name_ru, name_en, colour, position, rule)
  values (:id, :code, :name_ru, :name_en, :colour, :position, cast(:rule as jsonb)) on conflict (code) do nothing returning id`

const UPDATE = `
  update label set name_ru = :name_ru, name_en = :name_en, colour = :colour, position = :position, rule = cast(:rule as jsonb) where id = :id`

const factsOf = ({ name_ru, name_en, colour, position, rule }: LabelFacts): LabelFacts => ({ name_ru, name_en, colour, position, rule })

const written = (facts: LabelFacts) => ({ ...factsOf(facts), rule: facts.rule && JSON.stringify(facts.rule) })

/**
 * Makes a label, in the caller's transaction; goods that its rule means bear it at once, and so do those that have a tag of this word already.
 *
 * @param day the day it is, YYYY-MM-DD
 * @throws MedusaError NOT_ALLOWED `label_exists`, `too_many_labels`; as of {@link refuseRule}
 */
export async function createLabel(
  trx: Knex.Transaction,
  { code, ...facts }: LabelDraft,
  day: string
): Promise<{ id: string; after: LabelDraft }> {
  await lockGoodsOfRules(trx, "alone")
  await refuseRule(trx, facts.rule)
  const { rows } = await trx.raw<{ rows: { count: number }[] }>(`select count(*)::int as count from label`)
  if ((rows[0]?.count ?? 0) >= LABELS_MAX) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `There are ${LABELS_MAX} labels already`, "too_many_labels")
  }
  const id = generateEntityId(undefined, "labl")
  const made = await trx.raw<{ rows: { id: string }[] }>(INSERT, { id, code, ...written(facts) })
  if (made.rows.length === 0) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `There is a label «${code}» already`, "label_exists")
  }
  await settle(trx, facts.rule !== null, day)
  return { id, after: { code, ...factsOf(facts) } }
}

/**
 * Changes how a label is shown, and by which rule goods bear it. Errors as of {@link createLabel}, and NOT_FOUND.
 */
export async function changeLabel(
  trx: Knex.Transaction,
  { id, change, day }: { id: string; change: LabelChange; day: string }
): Promise<{ before: LabelFacts; after: LabelFacts }> {
  await lockGoodsOfRules(trx, "alone")
  const before = factsOf(await lockLabel(trx, id))
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const after: LabelFacts = { ...before, ...said }
  const isOtherRule = !isDeepStrictEqual(before.rule, after.rule)
  if (isOtherRule) {
    await refuseRule(trx, after.rule)
  }
  await trx.raw(UPDATE, { id, ...written(after) })
  await settle(trx, isOtherRule, day)
  return { before, after }
}

const IN_USE = `
  select exists (
    select from price_trait t where t.kind = 'label' and t.value = :code and (
      exists (select from price_adjustment a where a.deleted_at is null and t.key = any (a.trait_keys))
      or exists (select from exclusive_label x where x.trait_key = t.key)
      or exists (select from visibility_rule r where r.trait_key = t.key and r.deleted_at is null)
    )
  ) as is_in_use`

const REMOVE = [
  `delete from product_tags where product_tag_id in (select id from product_tag where value = :code)`,
  `update product_tag set deleted_at = now() where value = :code and deleted_at is null`,
  `delete from label_entry where label_key = :key`,
  `delete from label where key = :key`,
]

const BEARERS = `
  select e.variant_id from catalog_value v join catalog_facts f on f.value_keys @> array[v.key] join catalog_entry e on e.key = f.entry_key
  where v.value = :code and v.property_key = (select key from catalog_property where id = 'label')`

/**
 * Takes a label off all goods, and forgets it. One that a rule of prices or of visibility names stays until that is gone.
 *
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED `label_in_use`
 */
export async function removeLabel(trx: Knex.Transaction, id: string): Promise<LabelDraft> {
  await lockGoodsOfRules(trx, "alone")
  const { key, code, ...label } = await lockLabel(trx, id)
  const used = await trx.raw<{ rows: { is_in_use: boolean }[] }>(IN_USE, { code })
  if (used.rows[0]?.is_in_use) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `A rule of prices or of visibility names the label «${code}»`, "label_in_use")
  }
  const { rows } = await trx.raw<{ rows: { variant_id: string }[] }>(BEARERS, { code })
  for (const statement of REMOVE) {
    await trx.raw(statement, { code, key })
  }
  await refreshBearers(
    trx,
    rows.map(({ variant_id }) => variant_id)
  )
  await noteCatalogChange(trx)
  return { code, ...factsOf(label) }
}

async function lockLabel(trx: Knex.Transaction, id: string): Promise<LabelRow> {
  const { rows } = await trx.raw<{ rows: LabelRow[] }>(ONE, { id })
  if (!rows[0]) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Label with id: ${id} was not found`)
  }
  return rows[0]
}

const TYPES = `
  select count(*)::int as types, count(distinct currency_code)::int as currencies from price_type where id = any (cast(:ids as text[])) and deleted_at is null`

/** INVALID_DATA `label_price_type_unknown` for types of prices that are not there, or are in two currencies. */
async function refuseRule(trx: Knex.Transaction, rule: LabelRule | null): Promise<void> {
  if (rule?.kind !== "price_below") {
    return
  }
  const ids = [rule.price_type_id, rule.below_type_id]
  const { rows } = await trx.raw<{ rows: { types: number; currencies: number }[] }>(TYPES, { ids })
  if (rows[0]?.types !== 2 || rows[0].currencies !== 1) {
    const message = `Price types ${ids.join(" and ")} are not two types in one currency`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "label_price_type_unknown")
  }
}

/** Names and colours are told with kept facets. */
async function settle(trx: Knex.Transaction, isOtherRule: boolean, day: string): Promise<void> {
  if (isOtherRule) {
    await refreshLabels(trx, { day })
  }
  await noteCatalogChange(trx)
}
