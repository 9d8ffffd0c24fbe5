import type { NamedRow, RuleExample, RuleReach, Scope } from "./adjustment-types"
import { type ProductName, productName } from "./product-name"
import { decimalIn, isDecimal } from "./typed"

export const RULE_TARGETS = ["product", "category", "everything"] as const
export type RuleTarget = (typeof RULE_TARGETS)[number]

/** What a rule may say. */
export const RULE_FIELDS = ["multiplicity", "minimum", "maximum"] as const
export type RuleField = (typeof RULE_FIELDS)[number]

/** A rule of multiplicity, minimum and maximum as the screens read it. */
export interface OrderRuleRow extends Record<RuleField, string | null> {
  id: string
  scope: { kind: Scope; id: string | null; name: string | null }
  target: { product: ProductName | null; category: NamedRow | null }
  unit: { code: string; name: string } | null
  source: "erp" | "portal"
  document: string | null
  updated_at: string
}

export interface OrderRuleList {
  order_rules: OrderRuleRow[]
  count: number
}

/** What may be ordered, in base units; null = nothing. */
export type ValidQuantities = { step: string; minimum: string; maximum: string | null } | null

export interface OrderRulePreview {
  touched: RuleReach
  compared: { products: number; contracts: number; is_whole: boolean }
  changed: number
  impossible: number
  examples: RuleExample<ValidQuantities>[]
}

/** A rule while it is being typed. */
export interface OrderRuleForm extends Record<RuleField, string> {
  scopeKind: Scope
  scope: NamedRow | null
  targetKind: RuleTarget
  product: NamedRow | null
  category: NamedRow | null
  unit: NamedRow | null
}

/** What the form shows at first: nothing, or the rule that is changed. */
export function ruleFormOf(row: OrderRuleRow | null): OrderRuleForm {
  const { product = null, category = null } = row?.target ?? {}
  const scope = row?.scope
  return {
    scopeKind: scope?.kind ?? "everyone",
    scope: scope && scope.id !== null ? { id: scope.id, name: scope.name ?? scope.id } : null,
    targetKind: product ? "product" : category || row === null ? "category" : "everything",
    product: product && { id: product.variant_id, name: productName(product) },
    category,
    unit: row?.unit ? { id: row.unit.code, name: row.unit.name } : null,
    multiplicity: row?.multiplicity ?? "",
    minimum: row?.minimum ?? "",
    maximum: row?.maximum ?? "",
  }
}

/** What is sent, or null while something is missing or is nothing that the server could read. */
export function ruleBodyOf(form: OrderRuleForm): Record<string, unknown> | null {
  const { scopeKind, scope, targetKind, product, category, unit } = form
  const typed = RULE_FIELDS.filter((field) => form[field].trim() !== "")
  const isAimed = targetKind === "everything" || (targetKind === "product" ? product : category) !== null
  const isScoped = scopeKind === "everyone" || scope !== null
  if (typed.length === 0 || !isAimed || !isScoped || !typed.every((field) => isDecimal(form[field], 9, 6))) {
    return null
  }
  return {
    scope: { kind: scopeKind, id: scopeKind === "everyone" ? null : (scope?.id ?? null) },
    target: {
      variant_id: targetKind === "product" ? (product?.id ?? null) : null,
      category_id: targetKind === "category" ? (category?.id ?? null) : null,
    },
    unit_code: unit?.id ?? null,
    ...Object.fromEntries(RULE_FIELDS.map((field) => [field, decimalIn(form[field]) || null])),
  }
}
