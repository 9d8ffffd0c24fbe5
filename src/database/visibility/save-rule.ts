import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { isDeepStrictEqual } from "node:util"
import { specificityOfTarget } from "../../modules/catalog/rules/decide-visibility"
import type { VisibilityDraft } from "../../modules/catalog/rules/visibility-draft"
import { inOneOrder, type Trait } from "../../modules/contract-pricing/rules/adjustment"
import type { ListedArticles } from "../pricing/entries-of-list"
import { forgetTraits } from "../pricing/forget-traits"
import { lockGoodsOfRules, lockPriceRules } from "../pricing/lock-price-rules"
import { placeTraits } from "../pricing/write-adjustment"
import { resolveRule, type RuleFacts } from "./resolve-rule"

export interface RuleChange {
  /** Null = a new one. */
  id: string | null
  /** The version that the change is made to; null for a new one, or whatever it is. */
  updated_at: string | null
  /** Null = it ends. */
  draft: VisibilityDraft | null
}

/** What was written; both sides are the same where nothing had to be. */
export interface SavedRule {
  id: string
  before: RuleFacts | null
  after: RuleFacts | null
  articles: ListedArticles
}

/** Live rules in all; each is a row that every request of those whom it is for reads. */
const RULES_MAX = 10_000

interface StandingRow extends Omit<RuleFacts, "traits"> {
  traits: Trait[]
  source: "erp" | "portal"
  updated_at: string
}

const STANDING = `
  select r.name, r.scope_kind, r.scope_id, r.target_kind, r.category_key, r.shows, r.source,
    to_char(r.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as updated_at,
    case when t.kind <> 'list' then json_build_array(json_build_object('kind', t.kind, 'name', t.name, 'value', t.value)) else '[]' end as traits,
    case when t.kind = 'list' then array(select x.entry_key from trait_entry x where x.trait_key = t.key order by x.entry_key) end as list
  from visibility_rule r left join price_trait t on t.key = r.trait_key
  where r.id = :id and r.deleted_at is null for update of r`

/**
 * A rule of another scope, target or effect gets another key, and with it all whom it reaches another assortment: nothing that was kept for the
 * old rule holds any longer. Of a list alone the assortments follow by themselves.
 */
const UPSERT = `
  insert into visibility_rule as r (id, name, scope_kind, scope_id, target_kind, category_key, trait_key, specificity, shows, updated_at)
  values (:id, :name, :scope_kind, :scope_id, :target_kind, cast(:category_key as int), cast(:trait_key as int), :specificity, :shows, clock_timestamp())
  on conflict (id) do update set
    key = case
      when (r.scope_kind, r.scope_id, r.target_kind, r.category_key, r.trait_key, r.shows)
        is distinct from (excluded.scope_kind, excluded.scope_id, excluded.target_kind, excluded.category_key, excluded.trait_key, excluded.shows)
      then excluded.key else r.key
    end,
    name = excluded.name, scope_kind = excluded.scope_kind, scope_id = excluded.scope_id, target_kind = excluded.target_kind,
    category_key = excluded.category_key, trait_key = excluded.trait_key, specificity = excluded.specificity, shows = excluded.shows,
    updated_at = excluded.updated_at, deleted_at = null`

const END = `update visibility_rule set deleted_at = clock_timestamp(), updated_at = clock_timestamp() where id = :id`

/**
 * Makes, changes or ends a rule of visibility; it holds from the commit on. Throws NOT_FOUND for an unknown one, NOT_ALLOWED with `erp_owned`
 * for one of the ERP and `changed_meanwhile` for another version, and what `resolveRule` throws.
 */
export async function saveRule(trx: Knex, { id, updated_at, draft }: RuleChange): Promise<SavedRule> {
  await lockRules(trx)
  const before = id === null ? null : await changeableRule(trx, id, updated_at)
  const saved = id ?? generateEntityId(undefined, "vrul")
  if (draft === null) {
    await endRule(trx, saved)
    await forgetTraits(trx)
    return { id: saved, before, after: null, articles: { found: 0, unknown: [], ambiguous: [] } }
  }
  const { facts, articles } = await resolveRule(trx, draft, before)
  if (!isDeepStrictEqual(before, facts)) {
    await writeRule(trx, { id: saved, facts })
    await refuseTooMany(trx)
    await forgetTraits(trx)
  }
  return { id: saved, before, after: facts, articles }
}

/** Puts a rule back as it stood; one that was not there is gone again. */
export async function restoreRule(trx: Knex, { id, before }: Pick<SavedRule, "id" | "before">): Promise<void> {
  await lockRules(trx)
  await (before ? writeRule(trx, { id, facts: before }) : trx.raw(`delete from visibility_rule where id = :id`, { id }))
  await forgetTraits(trx)
}

/** Writes a rule with what it aims at. With goods and rules locked, or in a transaction that leaves nothing behind. */
export async function writeRule(trx: Knex, { id, facts }: { id: string; facts: RuleFacts }): Promise<void> {
  const [trait_key = null] = await placeTraits(trx, { id, facts })
  const { traits: _traits, list: _list, ...columns } = facts
  await trx.raw(UPSERT, { ...columns, id, trait_key, specificity: specificityOfTarget(facts.target_kind) })
}

export async function endRule(trx: Knex, id: string): Promise<void> {
  await trx.raw(END, { id })
}

/** A live rule that was made here, for the caller alone. */
export async function changeableRule(trx: Knex, id: string, version: string | null): Promise<RuleFacts> {
  const { rows } = await trx.raw<{ rows: StandingRow[] }>(STANDING, { id })
  if (!rows[0]) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Visibility rule with id: ${id} was not found`)
  }
  const { source, updated_at, traits, ...facts } = rows[0]
  if (source === "erp") {
    const message = `Visibility rule ${id} «${facts.name}» comes from the ERP and is changed there.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "erp_owned")
  }
  if (version !== null && version !== updated_at) {
    const message = `Visibility rule ${id} «${facts.name}» was changed at ${updated_at}, not ${version}: read it again.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "changed_meanwhile")
  }
  return { ...facts, traits: inOneOrder(traits) }
}

async function lockRules(trx: Knex): Promise<void> {
  await lockGoodsOfRules(trx, "alone")
  await lockPriceRules(trx)
}

async function refuseTooMany(trx: Knex): Promise<void> {
  const { rows } = await trx.raw<{ rows: { count: number }[] }>(
    `select count(*)::int as count from visibility_rule where deleted_at is null`
  )
  const count = rows[0]?.count ?? 0
  if (count > RULES_MAX) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `There would be ${count} rules of visibility, more than ${RULES_MAX}.`,
      "too_many_visibility_rules"
    )
  }
}
