import { aimAdjustments, type EntryTarget, type ScopedAdjustment } from "../../../modules/contract-pricing/rules/aim-adjustments"
import { type Decimal, parseDecimal } from "../../../modules/contract-pricing/rules/decimal"
import type { Conversion } from "../../../modules/contract-pricing/rules/convert-amount"
import {
  type BasePrice,
  type ContractPrice,
  type EntryFacts,
  pointAt,
  pointsFrom,
  type PricePoint,
} from "../../../modules/contract-pricing/rules/price-points"
import { type AskedType, type PriceTier, tieredPrices } from "../../../modules/contract-pricing/rules/price-tier"
import type { ThresholdBasis } from "../../../modules/contract-pricing/rules/threshold"
import type { VatFooting } from "../../../modules/contract-pricing/rules/vat-footing"
import { placesOf } from "../lies-in"
import { eachKey, NO_ENTRY, readKeyColumn, readKeys } from "./columns"
import type { WrittenScope } from "./kept-adjustments"
import { NO_ADJUSTMENTS, readAdjustments, type ScopedRules, type WrittenAdjustments } from "./read-adjustments"

/** What `price_answer` tells of one entry: null where there is nothing, keys as an array literal. */
export interface FactRow {
  contract_prices: WrittenPrice[] | null
  /** In the types that thresholds bring, in the order of `thresholds`; null = the type has no price of it. */
  threshold_amounts: readonly (string | null)[]
  base_amount: string | null
  retail_amount: string | null
  category_keys: string | null
  /** Null too where, of many entries, neither the origin of prices was asked for nor amounts have to be converted. */
  base_type_key: number | null
}

export type WrittenPrice = [from_quantity: string, amount: string, document?: string | null, as_of?: string | null]

/** Those by total first, each basis in order of the amounts that they begin at. */
type WrittenThreshold = [basis: ThresholdBasis, from_amount: string, price_type_key: number, id: string]

/** `shared_fact.facts`. */
export interface SharedFacts extends Partial<WrittenAdjustments> {
  /** In place of the adjustments where they were not asked for. */
  scope?: WrittenScope | null
  traits: WrittenTraits
  /** Keys of the labels that shut adjustments off, in order of their names; null = there is none. */
  exclusive: number[] | null
  /** Keys of the contract's types in the order in which they are asked; null for an unknown contract. */
  chain: number[] | null
  retail_key: number | null
  /** By key of the price type; null = all types of the chain are in the contract's currency. */
  conversions: Record<string, Conversion> | null
  /** Null = the retail type is in the contract's currency, or there is none. */
  retail_conversion: Conversion | null
  /** Null = none may hold. */
  thresholds: WrittenThreshold[] | null
  /** Prices by unit or quantity by entry; null = no entry has any. */
  tiers: Record<string, WrittenTier[]> | null
  /** Null = own and retail prices say the same of VAT, or there is no retail type. */
  footing: WrittenFooting | null
}

/** `rates`: percent by entry; one without VAT is left out, and null = there is no other. */
interface WrittenFooting {
  own_includes_vat: boolean
  rates: Record<string, string> | null
}

/**
 * Which entries have which traits, as keys parted by blanks. Of many entries those of the entries by trait key; of few, where no two rows may have the
 * trait in common, a trait and an entry for each row. Null = none is known.
 */
export type WrittenTraits = Record<string, string> | [trait_keys: string | null, entry_keys: string | null] | null

/** The greatest quantity of an entry first. */
export type WrittenTier = [price_type_key: number, from_quantity: string, coefficient: string, amount: string]

/** Prices of entries whose facts were read by one statement. */
export interface FactReader {
  retail_conversion: Conversion | null
  /** What lies between own and retail price of an entry where one includes VAT and the other does not; null = both say the same. */
  footing(entryKey: number): VatFooting | null
  facts(row: FactRow, entryKey: number): EntryFacts
  /** The name of the nearest rule that withholds the entry from sale; null = none does. */
  withheldBy(row: FactRow, entryKey: number): string | null
  /** What holds at a quantity. */
  pointAt(facts: EntryFacts, quantity: string): PricePoint<ScopedAdjustment>
  /** And at all greater ones. */
  pointsFrom(facts: EntryFacts, quantity: string): PricePoint<ScopedAdjustment>[]
}

/**
 * Made once for the answer of a statement, so that its entries share what they have in common.
 *
 * @param entryKeys those that were asked for: the traits of many tell of others too
 * @param rules adjustments in the scope of the contract that may aim at one of them, where the answer does not bring them
 */
export function factReader(
  shared: SharedFacts | null,
  entryKeys: readonly number[],
  rules: ScopedRules = readAdjustments(shared ?? NO_ADJUSTMENTS)
): FactReader {
  const aimedAt: (entry: EntryTarget) => readonly ScopedAdjustment[] = aimAdjustments(rules.adjustments)
  const withholding = rules.withholdings.length > 0 ? aimAdjustments(rules.withholdings) : null
  const traitsOf = traitsByEntry(shared?.traits ?? null, entryKeys)
  const terms = shared && readTerms(shared)
  const keysOf = new Map<string, number[]>()
  const categoryKeys = (literal: string): number[] => {
    const keys = keysOf.get(literal) ?? placesOf(readKeys(literal))
    keysOf.set(literal, keys)
    return keys
  }
  const targetOf = (row: FactRow, entryKey: number): EntryTarget => ({
    category_keys: categoryKeys(row.category_keys ?? ""),
    trait_keys: traitsOf.get(entryKey) ?? NO_KEYS,
  })
  return {
    retail_conversion: shared?.retail_conversion ?? null,
    footing: footingReader(shared?.footing ?? null),
    facts: (row, entryKey) => {
      const { category_keys, trait_keys } = targetOf(row, entryKey)
      return {
        contract_prices: row.contract_prices?.map(readContractPrice) ?? NO_ROWS,
        base_prices: terms ? basePrices(row, terms, shared.tiers?.[entryKey]) : NO_ROWS,
        retail_amount: row.retail_amount,
        category_keys,
        trait_keys,
        shut_off_by: shared?.exclusive?.find((key) => trait_keys.includes(key)) ?? null,
      }
    },
    withheldBy: (row, entryKey) => withholding?.(targetOf(row, entryKey))[0]?.name ?? null,
    pointAt: (facts, quantity) => pointAt(facts, aimedAt(facts), quantity),
    pointsFrom: (facts, quantity) => pointsFrom(facts, aimedAt(facts), quantity),
  }
}

function footingReader(written: WrittenFooting | null): FactReader["footing"] {
  if (written === null) {
    return () => null
  }
  const { own_includes_vat, rates } = written
  return (entryKey) => ({ own_includes_vat, vat_rate: rates?.[entryKey] ?? null })
}

const NONE = parseDecimal("0")
const NO_ROWS: readonly never[] = []

/** What the contract says of base prices, read once. */
interface BaseTerms {
  chain: readonly number[]
  conversions: SharedFacts["conversions"]
  thresholds: readonly { basis: ThresholdBasis; from: Decimal; price_type_key: number; threshold_id: string }[]
}

/** A total that is reached counts from any quantity on. */
const readTerms = ({ chain, conversions, thresholds }: SharedFacts): BaseTerms => ({
  chain: chain ?? NO_KEYS,
  conversions,
  thresholds: (thresholds ?? NO_ROWS).map(([basis, from, price_type_key, threshold_id]) => {
    return { basis, from: basis === "total" ? NONE : parseDecimal(from), price_type_key, threshold_id }
  }),
})

const basePrices = (row: FactRow, terms: BaseTerms, tiers: WrittenTier[] | undefined): readonly BasePrice[] =>
  tiers ? tieredPrices(askedTypes(row, terms, tiers)) : plainPrices(row, terms)

/** A total that is reached decides alone, whatever the quantity; otherwise the quantity does, and below its thresholds the contract's types. */
function plainPrices(
  { threshold_amounts, base_amount, base_type_key }: FactRow,
  { thresholds, conversions }: BaseTerms
): readonly BasePrice[] {
  if (thresholds.length === 0 && base_amount !== null) {
    return [ofChain(base_amount, base_type_key, conversions)]
  }
  const prices: BasePrice[] = []
  for (const [index, { basis, from, price_type_key, threshold_id }] of thresholds.entries()) {
    const amount = threshold_amounts[index] ?? null
    if (amount !== null) {
      prices.push({ from, amount, price_type_key, conversion: null, threshold_id })
      if (basis === "total") {
        return prices
      }
    }
  }
  if (base_amount !== null) {
    prices.push(ofChain(base_amount, base_type_key, conversions))
  }
  return prices
}

/** The price of the contract's own type, or of one that it falls back to. */
function ofChain(amount: string, price_type_key: number | null, conversions: SharedFacts["conversions"]): BasePrice {
  const conversion = (price_type_key !== null && conversions?.[price_type_key]) || null
  return { from: NONE, amount, price_type_key, conversion }
}

/** Types of an entry that has tiers, in the order in which they are asked. One after the first that has a plain price is never come to. */
function askedTypes(row: FactRow, { chain, thresholds, conversions }: BaseTerms, tiers: WrittenTier[]): AskedType[] {
  const brought = thresholds.map(({ from, price_type_key, threshold_id }, index): AskedType => {
    const plain = row.threshold_amounts[index] ?? null
    return { from, plain, tiers: tiersOfType(tiers, price_type_key), price_type_key, threshold_id, conversion: null }
  })
  const own = chain.slice(0, row.base_type_key === null ? chain.length : chain.indexOf(row.base_type_key) + 1)
  return [
    ...brought,
    ...own.map((price_type_key): AskedType => {
      const plain = price_type_key === row.base_type_key ? row.base_amount : null
      const conversion = conversions?.[price_type_key] ?? null
      return { from: NONE, plain, tiers: tiersOfType(tiers, price_type_key), price_type_key, conversion }
    }),
  ]
}

/** Of one price type. */
export const tiersOfType = (tiers: readonly WrittenTier[], typeKey: number): PriceTier[] =>
  tiers.filter(([key]) => key === typeKey).map(readTier)

const readTier = ([, from_quantity, coefficient, amount]: WrittenTier): PriceTier => ({
  from: parseDecimal(from_quantity),
  coefficient,
  amount,
})

const readContractPrice = ([from_quantity, amount, document = null, as_of = null]: WrittenPrice): ContractPrice => {
  return { from: parseDecimal(from_quantity), amount, document, as_of }
}

const NO_KEYS: readonly number[] = []

function traitsByEntry(traits: WrittenTraits, entryKeys: readonly number[]): Map<number, readonly number[] | null> {
  const traitsOf = new Map<number, readonly number[] | null>()
  for (const entryKey of entryKeys) {
    traitsOf.set(entryKey, null)
  }
  const mark = (entryKey: number, alone: readonly number[]) => {
    const found = traitsOf.get(entryKey)
    if (found !== undefined) {
      // A list of just its length: one that is pushed to, or spread into another, keeps room for sixteen more.
      traitsOf.set(entryKey, found === null ? alone : found.concat(alone))
    }
  }
  if (Array.isArray(traits)) {
    const entryKeyOf = readKeyColumn(traits[1])
    let place = 0
    eachKey(traits[0], (trait) => mark(entryKeyOf[place++] ?? NO_ENTRY, [trait]))
  } else {
    for (const [trait, marked] of Object.entries(traits ?? {})) {
      const alone = [Number(trait)]
      eachKey(marked, (entryKey) => mark(entryKey, alone))
    }
  }
  return traitsOf
}
