import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decidePrice, type PriceDecision, type PriceFacts } from "../../modules/contract-pricing/rules/decide-price"

export interface EntryPriceQuery {
  entry_keys: number[]
  /** Null = the contract has no price type: no entry has a price of its own. */
  price_type_key: number | null
  /** Currency of the contract. */
  currency_code: string
}

/** The retail type is found by a scalar subquery, so that the planner walks the price table by its key and never hashes it. */
const PRICES = `
  select wanted.entry_key, own.amount::text as amount, retail.amount::text as retail_amount, own_type.currency_code,
    (select currency_code from price_type where is_retail and deleted_at is null) as retail_currency_code
  from unnest(cast(:entry_keys as int[])) as wanted (entry_key)
  left join price_type own_type on own_type.key = :price_type_key and own_type.deleted_at is null
  left join type_price own
    on own.price_type_key = :price_type_key and own.entry_key = wanted.entry_key and own_type.currency_code = :currency_code
  left join type_price retail
    on retail.price_type_key = (select key from price_type where is_retail and deleted_at is null) and retail.entry_key = wanted.entry_key`

type PriceRow = PriceFacts & { entry_key: number }

/**
 * Own and retail prices of many entries under one price type, in one statement. A price type in another currency than the
 * contract's gives no price.
 *
 * @returns a decision for every asked-for key, unknown ones included
 */
export async function pricesOfEntries(db: Knex, query: EntryPriceQuery): Promise<Map<number, PriceDecision>> {
  const { rows } = await db.raw<{ rows: PriceRow[] }>(PRICES, { ...query, currency_code: query.currency_code.toLowerCase() })
  return new Map(rows.map((row) => [row.entry_key, decidePrice({ ...row, currency_code: query.currency_code })]))
}
