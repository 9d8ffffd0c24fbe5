/** Whom a rule of visibility is for, the nearest first. */
export const VISIBILITY_SCOPES = ["contract", "legal_entity", "holding", "client_category", "everyone"] as const
export type VisibilityScope = (typeof VISIBILITY_SCOPES)[number]

/** What it is about, the most specific first; its place, from 1, is its `specificity`. */
export const VISIBILITY_TARGETS = ["entry", "list", "label", "property", "brand", "category", "everything"] as const
export type VisibilityTarget = (typeof VISIBILITY_TARGETS)[number]

export interface VisibilityRule {
  scope_kind: VisibilityScope
  target_kind: VisibilityTarget
  /** A category with all below it, and how deep it lies; null where the rule is about something else. */
  category: { key: number; depth: number } | null
  /** The trait that the goods have: brand, property, label, or being on the list of the rule; null where it is about something else. */
  trait_key: number | null
  shows: boolean
}

/** What rules meet in an entry: its categories with all above them, and its traits. */
export interface EntryPlace {
  category_keys: readonly number[]
  trait_keys: readonly number[]
}

/** The place of a target among {@link VISIBILITY_TARGETS}. */
export const specificityOfTarget = (target: VisibilityTarget): number => VISIBILITY_TARGETS.indexOf(target) + 1

/**
 * Which of the rules in whose scope a contract is decides about an entry: that of the nearest scope; within it that of the most specific target;
 * of categories the deepest; and of those that are still equal one that hides. Null = none meets it, and it is seen.
 */
export function decidingRule<Rule extends VisibilityRule>(rules: readonly Rule[], entry: EntryPlace): Rule | null {
  const [first] = rules.filter((rule) => meets(rule, entry)).sort(byPrecedence)
  return first ?? null
}

function meets({ target_kind, category, trait_key }: VisibilityRule, entry: EntryPlace): boolean {
  if (target_kind === "everything") {
    return true
  }
  return category ? entry.category_keys.includes(category.key) : trait_key !== null && entry.trait_keys.includes(trait_key)
}

function byPrecedence(a: VisibilityRule, b: VisibilityRule): number {
  return (
    VISIBILITY_SCOPES.indexOf(a.scope_kind) - VISIBILITY_SCOPES.indexOf(b.scope_kind) ||
    specificityOfTarget(a.target_kind) - specificityOfTarget(b.target_kind) ||
    (b.category?.depth ?? 0) - (a.category?.depth ?? 0) ||
    Number(a.shows) - Number(b.shows)
  )
}
