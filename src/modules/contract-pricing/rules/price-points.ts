import type { PriceChange } from "./adjust-amount"
import type { EntryTarget, ScopedAdjustment } from "./aim-adjustments"
import type { Conversion } from "./convert-amount"
import { compareDecimals, type Decimal, parseDecimal, writeDecimal } from "./decimal"

/** A price from a quantity on; the amount is an exact decimal of one base unit. */
export interface QuantityPrice {
  /** Base units. */
  from: Decimal
  amount: string
}

/** A price of the contract itself, which is final. */
export interface ContractPrice extends QuantityPrice {
  /** Document and moment (ISO 8601) of the ERP's word; null too where they were not asked for. */
  document: string | null
  as_of: string | null
}

/** A price of the contract's type, of one that it falls back to, or of one that a threshold brings. */
export interface BasePrice extends QuantityPrice {
  /** The type; null too where it was not asked for. */
  price_type_key: number | null
  /** The threshold that brings it; left out where it is the contract's own. */
  threshold_id?: string
  /** How the amount becomes one of the contract's currency; null = it is one. */
  conversion: Conversion | null
  /** The price of the type by unit or quantity that the amount comes from; left out where it is the plain one. */
  tier?: BaseTier
}

/** Exact decimals: base units from which the price of one unit of so many base units holds. */
export interface BaseTier {
  from_quantity: string
  coefficient: string
  amount: string
}

/** What the price tables say of one entry under one contract on one day, whatever the quantity. Of either list the first that is reached holds. */
export interface EntryFacts extends EntryTarget {
  contract_prices: readonly ContractPrice[]
  base_prices: readonly BasePrice[]
  /** Exact, in the currency of the retail type; null = there is none. */
  retail_amount: string | null
  /** The label of the entry that shuts adjustments off, by the key of its trait; null = it has none. */
  shut_off_by: number | null
}

/** What a plugin's adjuster made of a price: its amount before rounding, and why. */
export interface PluginChange {
  plugin: string
  amount: string
  reason: { en: string; ru: string }
}

/** The rows that hold at one quantity. */
export interface PricePoint<Change extends PriceChange = PriceChange> {
  /** Base units from which this holds. */
  from_quantity: string
  contract_price: ContractPrice | null
  base_price: BasePrice | null
  /** The nearest adjustment and those that stack; none where a price of the contract is final or a label shuts them off. */
  changes: readonly Change[]
  /** The label that does so. */
  shut_off_by: number | null
  /** What adjusters of plugins made of it, in their order; the last one's amount is what the price is. Nothing where none changed it. */
  plugin_changes?: readonly PluginChange[]
}

/**
 * What holds at a quantity.
 *
 * @param aimed adjustments that aim at the entry, in order of rank
 */
export function pointAt(facts: EntryFacts, aimed: readonly ScopedAdjustment[], quantity: string): PricePoint<ScopedAdjustment> {
  const asked = parseDecimal(quantity)
  const contract_price = firstReached(facts.contract_prices, asked)
  return {
    from_quantity: quantity,
    contract_price,
    base_price: firstReached(facts.base_prices, asked),
    changes: contract_price === null && facts.shut_off_by === null ? changesAt(aimed, asked) : NO_CHANGES,
    shut_off_by: contract_price === null ? facts.shut_off_by : null,
  }
}

/** What holds at a quantity, and at each greater one from which other rows may hold; the smallest first. */
export function pointsFrom(facts: EntryFacts, aimed: readonly ScopedAdjustment[], quantity: string): PricePoint<ScopedAdjustment>[] {
  const asked = parseDecimal(quantity)
  const greater: Decimal[] = []
  for (const rows of [facts.contract_prices, facts.base_prices, aimed]) {
    for (const { from } of rows) {
      if (!isReached(from, asked)) {
        greater.push(from)
      }
    }
  }
  if (greater.length === 0) {
    return [pointAt(facts, aimed, quantity)]
  }
  const quantities = new Set([quantity, ...greater.sort(compareDecimals).map(writeDecimal)])
  return [...quantities].map((from) => pointAt(facts, aimed, from))
}

/** Lists of just their length: one that is pushed to, or spread into another, keeps room for sixteen more. */
function changesAt(aimed: readonly ScopedAdjustment[], asked: Decimal): readonly ScopedAdjustment[] {
  let changes = NO_CHANGES
  let isWon = false
  for (const adjustment of aimed) {
    if ((adjustment.is_stacking || !isWon) && isReached(adjustment.from, asked)) {
      changes = changes === NO_CHANGES ? [adjustment] : changes.concat([adjustment])
      isWon ||= !adjustment.is_stacking
    }
  }
  return changes
}

const NO_CHANGES: readonly ScopedAdjustment[] = []

const firstReached = <Row extends QuantityPrice>(rows: readonly Row[], asked: Decimal): Row | null =>
  rows.find(({ from }) => isReached(from, asked)) ?? null

const isReached = (from: Decimal, quantity: Decimal): boolean => compareDecimals(from, quantity) <= 0

/** A rate of currencies without which there is no price. */
export interface MissingRate {
  currency_code: string
  in_currency: string
}

/** Which rate a point lacks; null where it has a price, or would have none with a rate either. */
export function missingRate({ contract_price, base_price }: PricePoint, currencyCode: string): MissingRate | null {
  const conversion = contract_price === null ? base_price?.conversion : null
  return conversion?.legs.length === 0 ? { currency_code: conversion.from, in_currency: currencyCode } : null
}
