import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decidePrice, type PriceDecision } from "../../modules/contract-pricing/rules/decide-price"
import { amountAt, priceLadder, type PriceStep } from "../../modules/contract-pricing/rules/price-ladder"
import { type MissingRate, missingRate } from "../../modules/contract-pricing/rules/price-points"
import { priceCtes, type PriceTerms } from "./price/price-facts"
import { adjustedPoints, variantsOfLines } from "./price/plugin-adjustments"
import { priceRows, sizedStatement } from "./price/price-rows"
import { factReader, type FactRow, type SharedFacts } from "./price/read-facts"

/** What is to be priced; the quantity is base units as a decimal. */
export interface PriceLine {
  entry_key: number
  quantity: string
}

export interface LinePriceQuery extends PriceTerms {
  /** Currency in which prices are wanted: a contract in another one gives none. */
  currency_code: string
  lines: readonly PriceLine[]
}

export interface LinePrice extends PriceDecision {
  /** By quantity from that of the line on; empty where no ladder was asked for, or there is no price. */
  steps: PriceStep[]
  /** The rate of the day that is missing, where there is no price for want of it. */
  missing_rate: MissingRate | null
  /** The name of the rule that withholds the product from sale, whatever it costs; null = none does. */
  withheld: string | null
}

/** "exact": what the quantity of the line costs. "ladder": this, and what greater quantities cost. */
export type PriceReach = "exact" | "ladder"

interface AnswerRow {
  currency_code: string | null
  shared: SharedFacts | null
  /** Columns of all entries, one after another, parted by blanks; null where no entry was asked for. */
  entry_keys: string | null
  base_amounts: string | null
  base_type_keys: string | null
  retail_amounts: string | null
  category_keys: string | null
  trait_keys: string | null
  /** Of the entries that have any, by key; so the next. */
  contract_prices: Record<string, FactRow["contract_prices"]> | null
  threshold_prices: Record<string, FactRow["threshold_prices"]> | null
}

const column = (name: string) => `string_agg(coalesce(${name}, ''), ' ')`

/** One row, column by column: the driver takes longer to read a row than it takes to split a long text. */
const STATEMENT = sizedStatement(
  "prices-of-lines",
  (size) => `
  with ${priceCtes(size)}
  select (select currency_code from terms) as currency_code, (select facts from shared_fact) as shared,
    string_agg(entry_key::text, ' ') as entry_keys, ${column("base_amount")} as base_amounts, ${column("base_type_key::text")} as base_type_keys,
    ${column("retail_amount")} as retail_amounts, ${column("category_keys")} as category_keys, ${column("trait_keys")} as trait_keys,
    json_object_agg(entry_key, contract_prices) filter (where contract_prices is not null) as contract_prices,
    json_object_agg(entry_key, threshold_prices) filter (where threshold_prices is not null) as threshold_prices
  from price_fact`
)

/**
 * Own and retail prices of any number of lines of one contract on one day, in one statement.
 *
 * @param reach "ladder" gives the prices of greater quantities too
 * @returns a price for every line, in their order; of an unknown contract or entry all are null
 */
export async function pricesOfLines(db: Knex, query: LinePriceQuery, reach: PriceReach = "exact"): Promise<LinePrice[]> {
  const { lines } = query
  const currency_code = query.currency_code.toLowerCase()
  const keys = [...new Set(lines.map(({ entry_key }) => entry_key))]
  const [answer = NOTHING] = await priceRows<AnswerRow>(db, STATEMENT, query, keys)
  const isOwn = answer.currency_code === currency_code
  const reader = factReader(answer.shared, keys)
  const rowOf = rowReader(answer)
  const pointsAt = await adjustedPoints(db, { ...query, currency_code }, variantsOfLines(db, lines), (index) => {
    const { entry_key = NO_ENTRY, quantity = "0" } = lines[index] ?? {}
    const row = isOwn ? rowOf(entry_key) : undefined
    const facts = row && reader.facts(row, entry_key)
    return facts ? (reach === "ladder" ? reader.pointsFrom(facts, quantity) : [reader.pointAt(facts, quantity)]) : []
  })
  return lines.map(({ entry_key }, index): LinePrice => {
    const points = pointsAt(index)
    const [first] = points
    const { retail_conversion } = reader
    const row = isOwn ? rowOf(entry_key) : undefined
    const withheld = row ? reader.withheldBy(row, entry_key) : null
    const decided = decidePrice({
      amount: first ? amountAt(first) : null,
      currency_code,
      retail_amount: row?.retail_amount ?? null,
      retail_conversion,
    })
    return {
      ...decided,
      is_orderable: decided.is_orderable && withheld === null,
      withheld,
      missing_rate: first ? missingRate(first, currency_code) : null,
      steps: reach === "ladder" ? priceLadder(points, currency_code) : [],
    }
  })
}

/** Identity keys begin with 1. */
const NO_ENTRY = 0

const NOTHING: AnswerRow = {
  ...{ currency_code: null, shared: null, contract_prices: null, threshold_prices: null },
  ...{ entry_keys: null, base_amounts: null, base_type_keys: null, retail_amounts: null, category_keys: null, trait_keys: null },
}

/** Finds the columns of an entry. A row is put together when it is asked for: forty thousand that wait for their turn keep the collector busy. */
function rowReader({ entry_keys, contract_prices, threshold_prices, ...columns }: AnswerRow): (entryKey: number) => FactRow | undefined {
  const { base_amounts, base_type_keys, retail_amounts, category_keys, trait_keys } = columns
  const [base, types, retail, categories, traits] = [base_amounts, base_type_keys, retail_amounts, category_keys, trait_keys].map(
    (texts) => texts?.split(" ") ?? []
  )
  const placeOf = new Map((entry_keys?.split(" ") ?? []).map((key, place) => [Number(key), place]))
  return (entryKey) => {
    const place = placeOf.get(entryKey)
    return place === undefined
      ? undefined
      : {
          contract_prices: contract_prices?.[entryKey] ?? null,
          threshold_prices: threshold_prices?.[entryKey] ?? null,
          base_amount: base?.[place] || null,
          base_type_key: Number(types?.[place]) || null,
          retail_amount: retail?.[place] || null,
          category_keys: categories?.[place] ?? null,
          trait_keys: traits?.[place] ?? null,
        }
  }
}
