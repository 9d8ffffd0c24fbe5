import { adjustStepwise, type PriceChange } from "./adjust-amount"
import type { ScopeKind } from "./adjustment"
import { type Conversion, convertAmount, type RateLeg } from "./convert-amount"
import { parseDecimal, writeDecimal } from "./decimal"
import type { BaseTier, PluginChange } from "./price-points"
import { roundPrice } from "./round-price"

/** A change with the adjustment that says so. */
export interface ExplainedChange extends PriceChange {
  adjustment: AdjustmentOrigin
}

/** An adjustment as it is told to people. */
export interface AdjustmentOrigin {
  id: string
  name: string
  scope_kind: ScopeKind
  is_stacking: boolean
  /** The document in the ERP. */
  document: string | null
  /** Moment of the ERP's word, ISO 8601. */
  as_of: string | null
}

/** A threshold as it is told to people. */
export interface ThresholdOrigin {
  id: string
  basis: "total" | "quantity"
  /** Money of the cart, or base units. */
  from_amount: string
  /** Of a total; left out where orders have not kept it: it is the contract's. */
  currency_code?: string | null | undefined
  scope_kind: AdjustmentOrigin["scope_kind"]
  document: string | null
  as_of: string | null
}

/** A price of a type by unit or quantity as it is told to people. */
export interface TierOrigin extends BaseTier {
  /** Name of the sales unit; null = a price by quantity alone, or the unit is sold no more. */
  unit: string | null
}

/** Why a price type that prices may come from is passed over. */
export type PassedReason =
  /** It has no price of the product at the quantity. */
  | "no_price"
  /** Of another region than the contract. */
  | "other_region"
  /** Its word on VAT differs from that of the contract's own type. */
  | "other_vat"
  /** It was deleted, which ends the chain. */
  | "not_in_force"
  /** More than five others come before it. */
  | "too_far"

/** A price type that was passed over for the one that a price comes from. */
export interface PassedType {
  id: string
  name: string
  reason: PassedReason
}

/** The rows that a price comes from. Amounts are exact decimals of one base unit. */
export interface PriceOrigin {
  contract: { amount: string; from_quantity: string; document: string | null; as_of: string | null } | null
  base: {
    amount: string
    price_type: { id: string; name: string; as_of: string | null }
    conversion: Conversion | null
    threshold?: ThresholdOrigin
    tier?: TierOrigin
    /** Types that come before it in the chain of the contract. */
    passed_over?: readonly PassedType[]
  } | null
  changes: ExplainedChange[]
  /** The label that shuts adjustments off; null = none does. */
  shut_off_by: string | null
  plugin_changes?: readonly PluginChange[]
}

/** Where the ERP's own word on a formed cart comes from. */
export interface RefinedOrigin {
  /** The ERP base that was asked. */
  source: string
  /** The document or calculation in the ERP. */
  document: string | null
  /** Moment of the ERP's word, ISO 8601. */
  as_of: string
  /** When it was asked. */
  refined_at: string
}

/** One step from a row to the price: a code that clients make a sentence of, and the amount after it. */
export type ExplainedStep =
  | { code: "contract_price"; amount: string; from_quantity: string; document: string | null; as_of: string | null }
  /** In the currency of the type, which orders that were placed before rates were known did not keep. */
  | {
      code: "base_price"
      amount: string
      currency_code?: string | undefined
      price_type_id: string
      price_type_name: string
      as_of: string | null
      /** What brings the type, where it is not the contract's own. */
      threshold?: ThresholdOrigin | undefined
      /** The price by unit or quantity that the amount is of, where it is not the plain one of the type. */
      tier?: TierOrigin | undefined
      /** The contract's own type and those that it falls back to, as far as they come before this one: none of them decides. */
      passed_over?: readonly PassedType[] | undefined
    }
  | { code: "converted"; amount: string; rates: RateLeg[] }
  | { code: "adjustments_shut_off"; amount: string; label: string }
  | ({ code: "adjusted"; amount: string; kind: PriceChange["kind"]; value: string } & AdjustmentOrigin)
  | { code: "held_at_zero"; amount: string }
  | ({ code: "adjusted_by_plugin" } & PluginChange)
  | ({ code: "refined_at_erp"; amount: string } & RefinedOrigin)
  | { code: "rounded"; amount: string }
  /** Of a line whose price staff set as they changed its order; null = their name is not known. */
  | { code: "set_by_staff"; amount: string; user_name: string | null }
  /** Of a line of an order, after the price: `discount` is what the promotion took off the line, `amount` what is left of the line. */
  | { code: "promotion"; amount: string; promotion: string; discount: string }

/** How a price came about, step by step; empty = there is no price. */
export function explainPrice(
  { contract, base, changes, shut_off_by: label, plugin_changes = [] }: PriceOrigin,
  currencyCode: string
): ExplainedStep[] {
  const byPlugins = plugin_changes.map((change): ExplainedStep => ({ code: "adjusted_by_plugin", ...change }))
  if (contract) {
    const { amount, from_quantity, document, as_of } = contract
    return rounded([{ code: "contract_price", amount, from_quantity, document, as_of }, ...byPlugins], currencyCode)
  }
  const own = base && convertAmount(parseDecimal(base.amount), base.conversion)
  if (!base || !own) {
    return []
  }
  const { conversion, price_type, threshold, tier, passed_over = [] } = base
  const { id, name, as_of } = price_type
  const amount = writeDecimal(own)
  const steps: ExplainedStep[] = [
    {
      ...{ code: "base_price", amount: base.amount, currency_code: conversion?.from ?? currencyCode },
      ...{ price_type_id: id, price_type_name: name, as_of, ...(threshold ? { threshold } : {}), ...(tier ? { tier } : {}) },
      ...(passed_over.length > 0 ? { passed_over } : {}),
    },
  ]
  if (conversion) {
    steps.push({ code: "converted", amount, rates: conversion.legs })
  }
  if (label !== null) {
    steps.push({ code: "adjustments_shut_off", amount, label })
  }
  for (const { change, amount: changed } of adjustStepwise(amount, changes)) {
    steps.push({ code: "adjusted", amount: changed, kind: change.kind, value: change.value, ...change.adjustment })
  }
  if (parseDecimal(steps.at(-1)?.amount ?? "0").units < 0n) {
    steps.push({ code: "held_at_zero", amount: "0" })
  }
  return rounded([...steps, ...byPlugins], currencyCode)
}

function rounded(steps: ExplainedStep[], currencyCode: string): ExplainedStep[] {
  const last = steps.at(-1)
  return last ? [...steps, { code: "rounded", amount: roundPrice(last.amount, currencyCode) }] : steps
}

/** The same, ended by the price that the ERP told of the formed cart. What has no price of ours has none of the ERP's either. */
export function explainRefined(
  steps: ExplainedStep[],
  refined: (RefinedOrigin & { price: string }) | undefined,
  currencyCode: string
): ExplainedStep[] {
  if (!refined || steps.length === 0) {
    return steps
  }
  const { price, source, document, as_of, refined_at } = refined
  return [...steps, { code: "refined_at_erp", amount: roundPrice(price, currencyCode), source, document, as_of, refined_at }]
}
