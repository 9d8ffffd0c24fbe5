import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { medusaPriceRows, type PriceRow } from "../../modules/contract-pricing/rules/medusa-price-rows"
import { roundPrice } from "../../modules/contract-pricing/rules/round-price"
import { refinedPrices } from "../ordering/refined-prices"
import { prepared } from "../prepared"
import type { PriceTerms } from "./price/price-facts"
import { pricesOfLines } from "./prices-of-lines"

export interface PriceSetQuery extends PriceTerms {
  price_set_ids: string[]
  /** Currency asked for; a contract in another currency has no prices in it. */
  currency_code: string
  /** Base units of each. */
  quantity: string
  /** The cart whose lines these are: what the ERP said of it holds before our own prices. */
  cart_id: string | null
}

const ENTRIES = `
  select e.price_set_id, e.key as entry_key
  from unnest(cast(:price_set_ids as text[])) as wanted (price_set_id)
  join catalog_entry e on e.price_set_id = wanted.price_set_id`

export interface PriceSetPrices {
  /** In Medusa's own shape; a set without an own price has no rows. */
  rows: PriceRow[]
  /** Asked-for sets that belong to no catalogue entry (shipping options and the like): contracts say nothing about them. */
  foreign_ids: string[]
}

/** Own and retail prices of Medusa's price sets, for any number of them at once. */
export async function pricesForPriceSets(db: Knex, query: PriceSetQuery): Promise<PriceSetPrices> {
  const { price_set_ids, quantity, cart_id, ...terms } = query
  const entries = await prepared<{ price_set_id: string; entry_key: number }>(db, "entries-of-price-sets", ENTRIES, { price_set_ids })
  const known = new Set(entries.map(({ price_set_id }) => price_set_id))
  const prices = entries.length
    ? await pricesOfLines(db, { ...terms, lines: entries.map(({ entry_key }) => ({ entry_key, quantity })) })
    : []
  const currency_code = terms.currency_code.toLowerCase()
  const refined = await refinedByEntry(db, { cart_id, quantity, currency_code })
  return {
    rows: prices.flatMap(({ price, retail_price }, index) => {
      const entry = entries[index]
      const own = (entry && price !== null && refined.get(entry.entry_key)) || price
      return entry ? medusaPriceRows({ ...entry, price: own, retail_price, currency_code }) : []
    }),
    foreign_ids: price_set_ids.filter((id) => !known.has(id)),
  }
}

/** The ERP's prices of the lines of a cart that have this quantity, by entry. */
async function refinedByEntry(
  db: Knex,
  { cart_id, quantity, currency_code }: Pick<PriceSetQuery, "cart_id" | "quantity" | "currency_code">
): Promise<Map<number, string>> {
  const refined = cart_id === null ? [] : [...(await refinedPrices(db, cart_id)).values()]
  return new Map(
    refined.flatMap((line) => (line.quantity === quantity ? [[line.entry_key, roundPrice(line.price, currency_code)] as const] : []))
  )
}
