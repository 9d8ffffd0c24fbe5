import type { AdjustmentRow, Scope } from "./adjustment-types"
import { decimalIn, isCurrency, isDecimal } from "./typed"

interface Named {
  id: string
  name: string
}

/** A discount or markup while it is being typed. */
export interface AdjustmentForm {
  name: string
  scopeKind: Scope
  scope: Named | null
  category: Named | null
  brand: string | null
  properties: { name: string; value: string }[]
  labels: string[]
  /** "kept": the list that stands; "given": the articles below; "none". */
  list: "none" | "kept" | "given"
  articles: string
  kind: AdjustmentRow["kind"]
  isMarkup: boolean
  value: string
  currency: string
  fromQuantity: string
  startsOn: string
  endsOn: string
  isStacking: boolean
}

/** What the form shows at first: nothing, or the adjustment that is changed. */
export function formOf(row: AdjustmentRow | null): AdjustmentForm {
  const { scope, target } = row ?? { scope: { kind: "everyone" as const, id: null, name: null }, target: null }
  return {
    name: row?.name ?? "",
    scopeKind: scope.kind,
    scope: scope.id === null ? null : { id: scope.id, name: scope.name ?? scope.id },
    category: target?.category ?? null,
    brand: target?.brand ?? null,
    properties: target?.properties ?? [],
    labels: target?.labels ?? [],
    list: target && target.list_size !== null ? "kept" : "none",
    articles: "",
    kind: row?.kind ?? "percent",
    isMarkup: row !== null && !row.value.startsWith("-"),
    value: row?.value.replace("-", "") ?? "",
    currency: row?.currency_code ?? "rub",
    fromQuantity: row?.from_quantity ?? "0",
    startsOn: row?.starts_on ?? "",
    endsOn: row?.ends_on ?? "",
    isStacking: row?.is_stacking ?? false,
  }
}

/** Articles of a list as they are pasted: one a line, or with something between them. */
export function articlesIn(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\n;,\t]/)
        .map((article) => article.trim())
        .filter(Boolean)
    ),
  ]
}

/** As many as the server takes in one list. */
export const ARTICLES_MAX = 5000

/** As many properties or labels as it takes in one target. */
const CONDITIONS_MAX = 20

function isComplete(form: AdjustmentForm, articles: string[]): boolean {
  const isScoped = form.scopeKind === "everyone" || form.scope !== null
  const isListed = form.list !== "given" || (articles.length > 0 && articles.length <= ARTICLES_MAX)
  const isNarrow = form.properties.length <= CONDITIONS_MAX && form.labels.length <= CONDITIONS_MAX
  const isCounted = isDecimal(form.value, 12, 6) && isDecimal(decimalIn(form.fromQuantity) || "0", 10, 6)
  return form.name.trim() !== "" && isScoped && isListed && isNarrow && isCounted && (form.kind === "percent" || isCurrency(form.currency))
}

/** What is withheld from sale keeps its price. */
const OF_NO_SIZE = { value: "0", fromQuantity: "0", isStacking: false }

/** What is sent, or null while something is missing or is nothing that the server could read. */
export function bodyOf(typed: AdjustmentForm): Record<string, unknown> | null {
  const form = typed.kind === "withheld" ? { ...typed, ...OF_NO_SIZE } : typed
  const value = decimalIn(form.value)
  const articles = articlesIn(form.articles)
  if (!isComplete(form, articles)) {
    return null
  }
  return {
    name: form.name.trim(),
    scope: { kind: form.scopeKind, id: form.scopeKind === "everyone" ? null : (form.scope?.id ?? null) },
    target: {
      category_id: form.category?.id ?? null,
      brand: form.brand,
      properties: form.properties,
      labels: form.labels,
      ...(form.list === "kept" ? {} : { articles: form.list === "given" ? articles : null }),
    },
    kind: form.kind,
    value: form.isMarkup || Number(value) === 0 ? value : `-${value}`,
    currency_code: form.kind === "fixed" ? form.currency.trim().toLowerCase() : null,
    from_quantity: decimalIn(form.fromQuantity) || "0",
    starts_on: form.startsOn || null,
    ends_on: form.endsOn || null,
    is_stacking: form.isStacking,
  }
}
