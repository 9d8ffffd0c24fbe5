import type { FactRow, SharedFacts } from "./read-facts"

/** What {@link ANSWER_COLUMNS} give: one row, whatever the number of entries. */
export interface AnswerRow {
  /** Of the contract; null for an unknown one. */
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

/** Selects from `price_fact`. One row, column by column: the driver takes longer to read a row than it takes to split a long text. */
export const ANSWER_COLUMNS = `
    (select currency_code from terms) as currency_code, (select facts from shared_fact) as shared,
    string_agg(entry_key::text, ' ') as entry_keys, ${column("base_amount")} as base_amounts, ${column("base_type_key::text")} as base_type_keys,
    ${column("retail_amount")} as retail_amounts, ${column("category_keys")} as category_keys, ${column("trait_keys")} as trait_keys,
    json_object_agg(entry_key, contract_prices) filter (where contract_prices is not null) as contract_prices,
    json_object_agg(entry_key, threshold_prices) filter (where threshold_prices is not null) as threshold_prices`

export const NO_ANSWER: AnswerRow = {
  ...{ currency_code: null, shared: null, contract_prices: null, threshold_prices: null },
  ...{ entry_keys: null, base_amounts: null, base_type_keys: null, retail_amounts: null, category_keys: null, trait_keys: null },
}

export interface AnswerReader {
  /** Of the entries that were asked for. */
  keys: readonly number[]
  /** Undefined for another entry. */
  rowOf(entryKey: number): FactRow | undefined
}

/** A row is put together when it is asked for: forty thousand that wait for their turn keep the collector busy. */
export function answerReader({ entry_keys, contract_prices, threshold_prices, ...columns }: AnswerRow): AnswerReader {
  const { base_amounts, base_type_keys, retail_amounts, category_keys, trait_keys } = columns
  const [base, types, retail, categories, traits] = [base_amounts, base_type_keys, retail_amounts, category_keys, trait_keys].map(
    (texts) => texts?.split(" ") ?? []
  )
  const keys = entry_keys?.split(" ").map(Number) ?? []
  const placeOf = new Map(keys.map((key, place) => [key, place]))
  const rowOf = (entryKey: number): FactRow | undefined => {
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
  return { keys, rowOf }
}
