import { ARTICLES_MAX, articlesIn } from "./adjustment-draft"
import type { NamedRow, Scope } from "./adjustment-types"

/** Whom a rule of visibility may be for. */
export const SIGHT_SCOPES = ["everyone", "client_category", "holding", "legal_entity", "contract"] as const satisfies readonly Scope[]

/** What a rule may be about; one about a single product is a list of one, here. */
export const SIGHT_TARGETS = ["everything", "category", "brand", "property", "label", "list"] as const
export type SightTarget = (typeof SIGHT_TARGETS)[number] | "entry"

export const EFFECTS = ["hide", "show"] as const

/** A rule of visibility as the screens read it. */
export interface VisibilityRuleRow {
  id: string
  name: string
  scope: { kind: (typeof SIGHT_SCOPES)[number]; id: string | null; name: string | null }
  target: { kind: SightTarget; id: string | null; property: string | null; name: string | null; size: number | null }
  shows: boolean
  source: "erp" | "portal"
  updated_at: string
}

export interface VisibilityRuleList {
  visibility_rules: VisibilityRuleRow[]
  count: number
}

/** What a rule would do. */
export interface VisibilityPreview {
  contracts: number
  clients: number
  groups: { contracts: number; clients: number; hidden: number; shown: number }[]
  is_whole: boolean
  articles: { found: number; unknown: string[]; ambiguous: string[] }
}

/** A rule as the form holds it. */
export interface RuleForm {
  name: string
  scopeKind: (typeof SIGHT_SCOPES)[number]
  scope: NamedRow | null
  targetKind: SightTarget
  /** A category, a brand, a label, or the value of a property. */
  target: NamedRow | null
  property: string | null
  /** As they are typed. */
  articles: string
  shows: boolean
}

/** What the form begins with. */
export function formOf(rule: VisibilityRuleRow | null): RuleForm {
  if (!rule) {
    const nobody = { scopeKind: "everyone", scope: null, targetKind: "category", target: null, property: null } as const
    return { ...nobody, name: "", articles: "", shows: false }
  }
  const { name, scope, target, shows } = rule
  const named = target.name === null ? null : { id: target.id ?? target.name, name: target.name }
  return {
    ...{ name, shows, scopeKind: scope.kind, scope: scope.id === null ? null : { id: scope.id, name: scope.name ?? scope.id } },
    ...{ targetKind: target.kind, target: named, property: target.property, articles: "" },
  }
}

/** What is sent; null while something is missing. A list of which nothing is typed stays as it was. */
export function draftOf(form: RuleForm, rule: VisibilityRuleRow | null) {
  const { name, scopeKind, scope, targetKind: kind, target, property, shows } = form
  const articles = articlesIn(form.articles)
  const keepsList = rule?.target.kind === "list" && articles.length === 0
  const isListed = keepsList || (articles.length > 0 && articles.length <= ARTICLES_MAX)
  const isAimed = kind === "everything" || (kind === "list" ? isListed : target !== null)
  if (!name.trim() || (scopeKind !== "everyone" && !scope) || !isAimed) {
    return null
  }
  const isValue = kind === "brand" || kind === "label" || kind === "property"
  return {
    name: name.trim(),
    scope: { kind: scopeKind, id: scope?.id ?? null },
    target: {
      kind,
      ...(kind === "category" ? { category_id: target?.id } : {}),
      ...(kind === "entry" ? { variant_id: target?.id } : {}),
      ...(isValue ? { value: target?.id } : {}),
      ...(kind === "property" ? { property } : {}),
      ...(kind === "list" && !keepsList ? { articles } : {}),
    },
    shows,
  }
}
