import type { ScopeKind } from "../adjustment"
import type { ExplainedStep, PassedReason, ThresholdOrigin } from "../explain-price"
import type { PriceOutcome } from "../judge-considered"
import type { MissingRate } from "../price-points"
import type { PriceFormats } from "./formats"

export type StepCode = ExplainedStep["code"]
/** Each step by its code. */
export type StepsByCode = { [Code in StepCode]: Extract<ExplainedStep, { code: Code }> }

/** On which days a row holds. */
export interface Days {
  starts_on: string | null
  ends_on: string | null
}

/** From which quantity, too. */
export interface Bounds extends Days {
  from_quantity: string
}

/** What the ERP said of a row. */
export interface Origin {
  document?: string | null
  as_of?: string | null
}

/** A discount or a markup as its row has it. */
export interface Change extends Origin {
  name: string
  scope_kind: ScopeKind
  is_stacking: boolean
  kind: "percent" | "fixed"
  value: string
}

/** A rule that withholds goods from sale as its row has it. */
export interface Withholding extends Origin {
  name: string
  scope_kind: ScopeKind
}

/** All that is said of prices in one language. The types demand a text for every code there is. */
export interface PriceTexts {
  /** What a step did, with the amount after it. */
  steps: { [Code in StepCode]: (step: StepsByCode[Code], formats: PriceFormats) => string }
  /** Name of a step, for one that was kept when steps had other fields than today. */
  step_names: Record<StepCode, string>
  /** A step that was kept, of which no more is understood than what it is called and what the price was after it. */
  kept_step: (name: string, amount: string | null, formats: PriceFormats) => string
  scopes: Record<ScopeKind, string>
  /** Why a price type was passed over, beside its name. */
  passed: Record<PassedReason, string>
  outcomes: Record<PriceOutcome, string>
  contract_price: (row: Bounds & Origin & { amount: string }, outcome: string, formats: PriceFormats) => string
  price_type: (
    row: Origin & { name: string; amount: string | null; currency_code: string },
    outcome: string,
    formats: PriceFormats
  ) => string
  threshold: (row: ThresholdOrigin & { price_type_name: string; amount: string | null }, outcome: string, formats: PriceFormats) => string
  adjustment: (row: Change & Bounds, outcome: string, formats: PriceFormats) => string
  withholding: (row: Withholding & Days, outcome: string, formats: PriceFormats) => string
  /** The product is not sold, for the reason that the rule is named by. */
  withheld: (name: string) => string
  price: (told: { price: string; quantity: string; day: string }, formats: PriceFormats) => string
  no_price: (told: { quantity: string; day: string }, formats: PriceFormats) => string
  /** There is no price for want of a rate. */
  rate_missing: (told: MissingRate & { day: string }, formats: PriceFormats) => string
  next_price: (next: { from_quantity: string; price: string }, formats: PriceFormats) => string
}
