import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN } from "@medusajs/framework/utils"
import type { PricedCartLine } from "../../database/ordering/open-cart-lines"
import type { OrderTerms } from "../../database/ordering/terms-of-contract"
import { pricesOfLines } from "../../database/queries/prices-of-lines"
import { totalThresholds } from "../../database/queries/total-thresholds"
import { reachedThresholds, type ThresholdState, thresholdState } from "../../modules/contract-pricing/rules/threshold"
import type { PriceNow } from "./rules/decide-line-prices"

export interface CartPriceQuery {
  terms: Pick<OrderTerms, "id" | "currency_code">
  /** Of which prices are asked for, YYYY-MM-DD. */
  day: string
  lines: readonly Pick<PricedCartLine, "id" | "entry_key" | "quantity" | "is_listed">[]
  /** Prices without thresholds by total, by id of the line, where they are known. */
  known?: ReadonlyMap<string, PriceNow>
}

/** Where the cart stands among its thresholds by total. */
export interface CartThresholds {
  /** Null = there are none. */
  state: ThresholdState | null
  /** Those that it reaches, the greatest first. */
  threshold_ids: string[]
}

export interface PricedCart extends CartThresholds {
  /** By id; a line whose variant is not in the catalogue is left out. */
  prices: Map<string, PriceNow>
}

const NONE: CartThresholds = { state: null, threshold_ids: [] }

/**
 * What the lines of a cart cost now. Its total is counted at prices without thresholds by total, of all lines that can be bought; the
 * thresholds that it reaches then decide the prices of all lines.
 */
export async function priceCart(db: Knex, query: CartPriceQuery): Promise<PricedCart> {
  const { known = new Map<string, PriceNow>(), lines } = query
  const unknown = lines.filter(({ id }) => !known.has(id))
  const prices = new Map([...known, ...(await pricesOf(db, { ...query, lines: unknown }, []))])
  const thresholds = await stand(db, query, prices)
  return { ...thresholds, prices: thresholds.threshold_ids.length ? await pricesOf(db, query, thresholds.threshold_ids) : prices }
}

/** The same without the prices; costs one small statement where a contract has no thresholds. */
export async function cartThresholds(db: Knex, query: CartPriceQuery): Promise<CartThresholds> {
  return stand(db, query, null)
}

async function stand(db: Knex, query: CartPriceQuery, priced: ReadonlyMap<string, PriceNow> | null): Promise<CartThresholds> {
  const { terms, day, lines } = query
  const thresholds = await totalThresholds(db, { contract_id: terms.id, day })
  if (!thresholds.length) {
    return NONE
  }
  const prices = priced ?? (await pricesOf(db, query, []))
  const total = lines
    .filter(({ id, is_listed }) => is_listed && !prices.get(id)?.withheld)
    .reduce((sum, { id, quantity }) => MathBN.add(sum, MathBN.mult(prices.get(id)?.price ?? 0, quantity)), MathBN.convert(0))
    .toFixed()
  return {
    state: thresholdState(thresholds, total, terms.currency_code),
    threshold_ids: reachedThresholds(thresholds, total).map(({ id }) => id),
  }
}

async function pricesOf(db: Knex, { terms, day, lines }: CartPriceQuery, threshold_ids: string[]): Promise<Map<string, PriceNow>> {
  const asked = lines.flatMap(({ id, entry_key, quantity }) => (entry_key === null ? [] : [{ id, entry_key, quantity }]))
  if (!asked.length) {
    return new Map()
  }
  const prices = await pricesOfLines(db, { contract_id: terms.id, currency_code: terms.currency_code, day, threshold_ids, lines: asked })
  return new Map(
    asked.map(({ id }, index) => {
      const { price = null, retail_price = null, withheld = null } = prices[index] ?? {}
      return [id, { price, retail_price, withheld }]
    })
  )
}
