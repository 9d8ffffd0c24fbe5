import { NO_ENTRY, readColumn, readKeyColumn } from "./columns"
import type { FactRow, SharedFacts, WrittenPrice } from "./read-facts"

/** CTE `price_answer`: one row, whatever the number of entries. The driver takes longer to read a row than it takes to split a long text. */
export interface AnswerRow {
  /** Of the contract; null for an unknown one. */
  currency_code: string | null
  shared: SharedFacts | null
  /** Columns of all entries, one after another, parted by blanks; null where no entry was asked for. */
  entry_keys: string | null
  category_keys: string | null
  /** Of many entries; of few, null: all prices of the types that may be asked are in `type_prices`. */
  base_amounts: string | null
  base_type_keys: string | null
  retail_amounts: string | null
  /** Of the entries that have any, by key. */
  contract_prices: Record<string, WrittenPrice[]> | null
  /** By key of the type: entry keys and prices, each parted by blanks. Of many entries, of the types that thresholds bring. */
  type_prices: Record<string, [entry_keys: string, amounts: string]> | null
}

export const NO_ANSWER: AnswerRow = {
  ...{ currency_code: null, shared: null, contract_prices: null, type_prices: null },
  ...{ entry_keys: null, category_keys: null, base_amounts: null, base_type_keys: null, retail_amounts: null },
}

export interface AnswerReader {
  /** Of the entries that were asked for and are known. */
  keys: readonly number[]
  /** Undefined for another entry. */
  rowOf(entryKey: number): FactRow | undefined
}

type Prices = ReadonlyMap<number, string>
type BasePrice = Pick<FactRow, "base_amount" | "base_type_key" | "retail_amount">

/**
 * A row is put together when it is asked for, and its texts are cut out of their columns then: forty thousand that wait for their turn keep the
 * collector busy. Who asks of an entry asks twice, one time after the other: the row that was asked for last is kept.
 */
export function answerReader(answer: AnswerRow): AnswerReader {
  const { contract_prices } = answer
  const keys = readKeyColumn(answer.entry_keys)
  const placeOf = placeByKey(keys)
  const categories = readColumn(answer.category_keys)
  const typePrices = new Map(Object.entries(answer.type_prices ?? {}).map(([key, listed]) => [Number(key), pricesOf(listed)]))
  const baseOf = answer.base_amounts === null ? baseOfTypes(answer.shared, typePrices) : baseOfColumns(answer)
  const brought = (answer.shared?.thresholds ?? []).map(([, , key]) => typePrices.get(key))
  let last: FactRow | undefined
  let lastKey = NO_ENTRY
  const rowOf = (entryKey: number): FactRow | undefined => {
    if (entryKey === lastKey) {
      return last
    }
    const place = placeOf.get(entryKey)
    lastKey = entryKey
    last = place === undefined ? undefined : rowAt(entryKey, place)
    return last
  }
  const rowAt = (entryKey: number, place: number): FactRow => {
    const { base_amount, base_type_key, retail_amount } = baseOf(entryKey, place)
    return {
      contract_prices: contract_prices?.[entryKey] ?? null,
      threshold_amounts: brought.length === 0 ? NONE : brought.map((prices) => prices?.get(entryKey) ?? null),
      base_amount,
      base_type_key,
      retail_amount,
      category_keys: categories(place),
    }
  }
  return { keys, rowOf }
}

const NONE: readonly never[] = []

function placeByKey(keys: readonly number[]): Map<number, number> {
  const places = new Map<number, number>()
  keys.forEach((key, place) => places.set(key, place))
  return places
}

function pricesOf([entryKeys, amounts]: [string, string]): Prices {
  const textAt = readColumn(amounts)
  const prices = new Map<number, string>()
  readKeyColumn(entryKeys).forEach((key, place) => prices.set(key, textAt(place) ?? ""))
  return prices
}

/** The first type of the chain that has a price of the entry. */
function baseOfTypes(shared: SharedFacts | null, typePrices: ReadonlyMap<number, Prices>): (entryKey: number) => BasePrice {
  const chain = shared?.chain ?? []
  const retail = typePrices.get(shared?.retail_key ?? NO_TYPE)
  return (entryKey) => {
    const base_type_key = chain.find((key) => typePrices.get(key)?.has(entryKey)) ?? null
    return {
      base_amount: typePrices.get(base_type_key ?? NO_TYPE)?.get(entryKey) ?? null,
      base_type_key,
      retail_amount: retail?.get(entryKey) ?? null,
    }
  }
}

function baseOfColumns({ base_amounts, base_type_keys, retail_amounts }: AnswerRow): (entryKey: number, place: number) => BasePrice {
  const [amounts, types, retail] = [readColumn(base_amounts), readColumn(base_type_keys), readColumn(retail_amounts)]
  return (_entryKey, place) => ({
    base_amount: amounts(place),
    base_type_key: Number(types(place)) || null,
    retail_amount: retail(place),
  })
}

/** Identity keys begin with 1. */
const NO_TYPE = 0
