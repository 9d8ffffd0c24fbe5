import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { VisibilityScope, VisibilityTarget } from "../../modules/catalog/rules/decide-visibility"
import { type VisibilityDraft, visibilityFault } from "../../modules/catalog/rules/visibility-draft"
import type { Trait } from "../../modules/contract-pricing/rules/adjustment"
import { goodsOfRule, type ListedArticles, withCharacteristics } from "../pricing/entries-of-list"
import { keyOfCategory } from "../pricing/key-of-category"
import { scopeExists } from "../pricing/scope-of-rule"
import { entriesByVariants } from "../queries/entries-by-articles"

/** A rule as it is stored: ids checked, goods by their keys. Two with the same facts are the same rule. */
export interface RuleFacts {
  name: string
  scope_kind: VisibilityScope
  /** Empty for everyone. */
  scope_id: string
  target_kind: VisibilityTarget
  category_key: number | null
  /** None or one. */
  traits: Trait[]
  /** Keys of the entries that it names, ascending, with the characteristics of each plain item; null = it names none. */
  list: number[] | null
  shows: boolean
}

export interface ResolvedRule {
  facts: RuleFacts
  articles: ListedArticles
}

const NO_ARTICLES: ListedArticles = { found: 0, unknown: [], ambiguous: [] }

/**
 * The facts that a draft means. `standing` is what the rule has had so far: a list that is not spoken of stays.
 *
 * Throws INVALID_DATA with the code of `visibilityFault`, `visibility_scope_unknown`, `visibility_category_unknown`,
 * `visibility_entry_unknown`, or `visibility_list_empty` for a list of which nothing was found.
 */
export async function resolveRule(db: Knex, draft: VisibilityDraft, standing: RuleFacts | null): Promise<ResolvedRule> {
  const fault = visibilityFault(draft)
  if (fault) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, fault.message, fault.code)
  }
  const { name, scope, target, shows } = draft
  if (!(await scopeExists(db, scope))) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `There is no ${scope.kind.replace("_", " ")} ${scope.id}.`,
      "visibility_scope_unknown"
    )
  }
  const { list, articles } = await listOf(db, draft, standing)
  const facts: RuleFacts = {
    ...{ name, scope_kind: scope.kind, scope_id: scope.id ?? "", target_kind: target.kind, shows, list },
    category_key:
      target.kind === "category" && target.category_id !== null
        ? await keyOfCategory(db, target.category_id, "visibility_category_unknown")
        : null,
    traits: traitsOf(target),
  }
  return { facts, articles }
}

function traitsOf({ kind, property, value }: VisibilityDraft["target"]): Trait[] {
  const isTrait = kind === "brand" || kind === "property" || kind === "label"
  return isTrait && value !== null ? [{ kind, name: kind === "property" ? (property ?? "") : "", value }] : []
}

async function listOf(
  db: Knex,
  { target: { kind, variant_id, articles } }: VisibilityDraft,
  standing: RuleFacts | null
): Promise<{ list: number[] | null; articles: ListedArticles }> {
  if (kind === "entry" && variant_id !== null) {
    return { list: await withCharacteristics(db, [await keyOfEntry(db, variant_id)]), articles: NO_ARTICLES }
  }
  if (kind !== "list") {
    return { list: null, articles: NO_ARTICLES }
  }
  if (articles === undefined && standing?.target_kind === "list") {
    return { list: standing.list, articles: NO_ARTICLES }
  }
  return goodsOfRule(db, articles ?? [], "visibility_list_empty")
}

async function keyOfEntry(db: Knex, variantId: string): Promise<number> {
  const found = (await entriesByVariants(db, [variantId], null)).get(variantId)
  if (found?.outcome !== "found" && found?.outcome !== "not_listed") {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `There is no catalogue entry with variant id ${variantId}.`,
      "visibility_entry_unknown"
    )
  }
  return found.entry.entry_key
}
