import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { type AdjustmentDraft, type AdjustmentFacts, canonicalDecimal, traitsOf } from "../../modules/contract-pricing/rules/adjustment"
import { adjustmentFault, nameAdjustment } from "../../modules/contract-pricing/rules/adjustment-fault"
import { goodsOfRule, type ListedArticles } from "./entries-of-list"
import { keyOfCategory } from "./key-of-category"
import { refuseUnknownCurrency } from "./refuse-unknown-currency"
import { scopeExists } from "./scope-of-rule"

export interface ResolvedAdjustment {
  facts: AdjustmentFacts
  articles: ListedArticles
}

const NO_ARTICLES: ListedArticles = { found: 0, unknown: [], ambiguous: [] }

/**
 * The facts that a draft means. `standing` is what the adjustment has had so far: a list that is not spoken of stays.
 *
 * Throws INVALID_DATA with the code of `adjustmentFault`, `currency_unknown`, `adjustment_scope_unknown`, `adjustment_category_unknown`, or
 * `adjustment_list_empty` for a list of which nothing was found.
 */
export async function resolveAdjustment(db: Knex, draft: AdjustmentDraft, standing: AdjustmentFacts | null): Promise<ResolvedAdjustment> {
  const fault = adjustmentFault(draft)
  if (fault) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, fault.message, fault.code)
  }
  await refuseUnknownCurrency(db, draft.currency_code, nameAdjustment(draft))
  await refuseUnknownScope(db, draft)
  const { list, articles } = await listOf(db, draft, standing)
  const { name, scope, target, kind, currency_code, starts_on, ends_on, is_stacking } = draft
  const facts: AdjustmentFacts = {
    name,
    scope_kind: scope.kind,
    scope_id: scope.id ?? "",
    category_key: target.category_id === null ? null : await keyOfCategory(db, target.category_id, "adjustment_category_unknown"),
    traits: traitsOf(target),
    list,
    kind,
    value: canonicalDecimal(draft.value),
    currency_code: currency_code?.toLowerCase() ?? null,
    from_quantity: canonicalDecimal(draft.from_quantity),
    starts_on,
    ends_on,
    is_stacking,
  }
  return { facts, articles }
}

async function refuseUnknownScope(db: Knex, draft: AdjustmentDraft): Promise<void> {
  const { scope } = draft
  if (!(await scopeExists(db, scope))) {
    const message = `${nameAdjustment(draft)}: there is no ${scope.kind.replace("_", " ")} ${scope.id}.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "adjustment_scope_unknown")
  }
}

async function listOf(
  db: Knex,
  { target }: AdjustmentDraft,
  standing: AdjustmentFacts | null
): Promise<{ list: number[] | null; articles: ListedArticles }> {
  if (target.articles === undefined) {
    return { list: standing?.list ?? null, articles: NO_ARTICLES }
  }
  if (target.articles === null) {
    return { list: null, articles: NO_ARTICLES }
  }
  return goodsOfRule(db, target.articles, "adjustment_list_empty")
}
