import { parseDecimal, writeDecimal } from "./decimal"

/** Whom an adjustment is for, the nearest first. */
export const SCOPE_KINDS = ["contract", "legal_entity", "holding", "client_category", "region", "everyone"] as const
export type ScopeKind = (typeof SCOPE_KINDS)[number]

/** What an adjustment does: it changes the price by percent or by money, or withholds goods from sale and leaves their price alone. */
export const ADJUSTMENT_KINDS = ["percent", "fixed", "withheld"] as const
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number]

/** What an adjustment may aim at, the most specific first; its place, from 1, is its `specificity`. */
export const TARGET_KINDS = ["list", "label", "property", "brand", "category", "everything"] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

/** A condition that goods meet by what they are; the list of an adjustment is kept apart, since it is its own. */
export interface Trait {
  kind: "brand" | "property" | "label"
  /** Of a property; empty otherwise. */
  name: string
  value: string
}

/** A discount or markup as a person writes it. Decimals are text; days are YYYY-MM-DD, null = open. */
export interface AdjustmentDraft {
  name: string
  scope: { kind: ScopeKind; id: string | null }
  target: {
    category_id: string | null
    brand: string | null
    properties: { name: string; value: string }[]
    labels: string[]
    /** Articles or SKUs of a list; null = no list, undefined = as it stands. */
    articles?: string[] | null | undefined
  }
  kind: AdjustmentKind
  value: string
  currency_code: string | null
  from_quantity: string
  starts_on: string | null
  ends_on: string | null
  is_stacking: boolean
}

/** The same as it is stored: ids checked, numbers in one spelling, goods by their keys. Two with the same facts are the same adjustment. */
export interface AdjustmentFacts {
  name: string
  scope_kind: ScopeKind
  /** Empty for everyone. */
  scope_id: string
  category_key: number | null
  /** As {@link inOneOrder} has them. */
  traits: Trait[]
  /** Keys of entries, ascending; null = no list. */
  list: number[] | null
  kind: AdjustmentKind
  value: string
  currency_code: string | null
  from_quantity: string
  starts_on: string | null
  ends_on: string | null
  is_stacking: boolean
}

/** One spelling of a decimal: "-07.50" is "-7.5". */
export function canonicalDecimal(text: string): string {
  return writeDecimal(parseDecimal(text))
}

/** The traits that a target names. */
export function traitsOf({ brand, properties, labels }: AdjustmentDraft["target"]): Trait[] {
  const named: Trait[] = [
    ...(brand === null ? [] : [{ kind: "brand" as const, name: "", value: brand }]),
    ...properties.map(({ name, value }) => ({ kind: "property" as const, name, value })),
    ...labels.map((value) => ({ kind: "label" as const, name: "", value })),
  ]
  return inOneOrder(named)
}

/** Traits each once, in an order that does not depend on how they were named or read. */
export function inOneOrder(traits: readonly Trait[]): Trait[] {
  const byKey = new Map(traits.map((trait) => [JSON.stringify([trait.kind, trait.name, trait.value]), trait]))
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? [])
}

/** The place of the most specific condition of a target; see {@link TARGET_KINDS}. */
export function specificityOf({ list, traits, category_key }: Pick<AdjustmentFacts, "list" | "traits" | "category_key">): number {
  const kinds: TargetKind[] = [
    ...(list === null ? [] : ["list" as const]),
    ...traits.map(({ kind }) => kind),
    ...(category_key === null ? [] : ["category" as const]),
    "everything",
  ]
  return Math.min(...kinds.map((kind) => TARGET_KINDS.indexOf(kind) + 1))
}
