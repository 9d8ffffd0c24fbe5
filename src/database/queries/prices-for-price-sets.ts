import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CalculatedPriceSet } from "@medusajs/framework/types"
import { calculatedPriceSet } from "../../modules/contract-pricing/rules/calculated-price-set"
import { roundPrice } from "../../modules/contract-pricing/rules/round-price"
import { refinedPrices } from "../ordering/refined-prices"
import { prepared } from "../prepared"
import { type AnswerRow, NO_ANSWER } from "./price/price-answer"
import { withKeptAdjustments } from "./price/with-kept-adjustments"
import { type AdjustmentSource, FEW_ENTRIES, priceBindings, priceCtes, type PriceTerms } from "./price/price-facts"
import { TERMS } from "./price/terms"
import { type LinePrice, pricesFromAnswer, pricesOfLines } from "./prices-of-lines"

export interface PriceSetQuery extends PriceTerms {
  price_set_ids: readonly string[]
  /** Currency asked for; a contract in another currency has no prices in it. */
  currency_code: string
  /** Base units of each. */
  quantity: string
  /** The cart whose lines these are: what the ERP said of it holds before our own prices. */
  cart_id: string | null
}

export interface PriceSetPrices {
  /** By price set; one without an own price has none. */
  prices: Map<string, CalculatedPriceSet>
  /** Asked-for sets that belong to no catalogue entry (shipping options and the like): contracts say nothing about them. */
  foreign_ids: string[]
}

interface Sold {
  /** Keys of entries by price set; null where no set belongs to an entry. */
  sold: Record<string, number> | null
  /** By the price types, since Medusa's preferences know nothing of contracts: prices of one currency may include VAT under one and not under another. */
  is_tax_inclusive: boolean
  is_retail_tax_inclusive: boolean
}

const SOLD = `
  sold as materialized (
    select e.price_set_id, e.key, e.category_keys from catalog_entry e where e.price_set_id collate "C" = any (cast(:price_set_ids as text[]))
  )`

const SOLD_COLUMNS = `
    (select json_object_agg(price_set_id, key) from sold) as sold,
    coalesce((select includes_vat from chain), true) as is_tax_inclusive,
    coalesce((select includes_vat from price_type where is_retail and deleted_at is null), true) as is_retail_tax_inclusive`

const SETS = `
  with asked as materialized (select cast(:contract_id as text) as contract_id, cast(:day as date) as day),
  ${TERMS},
  ${SOLD}
  select ${SOLD_COLUMNS}`

const prices = (adjustments: AdjustmentSource) => `
  with ${SOLD},
  ${priceCtes("few", { keys: "(select array_agg(key) from sold)", placed: "select key as entry_key, category_keys from sold", at: "cast(:quantity as numeric)", adjustments })}
  select price_answer.*, ${SOLD_COLUMNS}
  from price_answer`

const PRICES: Record<AdjustmentSource, { name: string; text: string }> = {
  told: { name: "prices-of-price-sets", text: prices("told") },
  kept: { name: "prices-of-price-sets-kept", text: prices("kept") },
}

/** Own and retail prices of Medusa's price sets, for any number of them at once; of few in one statement. */
export async function pricesForPriceSets(db: Knex, query: PriceSetQuery): Promise<PriceSetPrices> {
  const { cart_id, quantity } = query
  const { sold, vat, prices } = await pricesOfSets(db, query)
  const currency_code = query.currency_code.toLowerCase()
  const refined = await refinedByEntry(db, { cart_id, quantity, currency_code })
  const calculated = new Map<string, CalculatedPriceSet>()
  for (const [index, [price_set_id, entry_key]] of sold.entries()) {
    const { price = null, retail_price = null, footing = null } = prices[index] ?? {}
    const own = (price !== null && refined.get(entry_key)) || price
    const set = calculatedPriceSet({ price_set_id, entry_key, currency_code, ...vat, price: own, retail_price, footing })
    if (set !== null) {
      calculated.set(price_set_id, set)
    }
  }
  const known = new Set(sold.map(([price_set_id]) => price_set_id))
  return { prices: calculated, foreign_ids: query.price_set_ids.filter((id) => !known.has(id)) }
}

const NOTHING_SOLD: AnswerRow & Sold = { ...NO_ANSWER, sold: null, is_tax_inclusive: true, is_retail_tax_inclusive: true }

interface PricesOfSets {
  sold: [price_set_id: string, entry_key: number][]
  vat: Pick<Sold, "is_tax_inclusive" | "is_retail_tax_inclusive">
  /** In the order of `sold`. */
  prices: Pick<LinePrice, "price" | "retail_price" | "footing">[]
}

async function pricesOfSets(db: Knex, { price_set_ids, quantity, ...terms }: PriceSetQuery): Promise<PricesOfSets> {
  const ids = [...new Set(price_set_ids)]
  const linesOf = (answer: Sold | undefined) => {
    const sold = Object.entries(answer?.sold ?? {})
    const query = { ...terms, lines: sold.map(([, entry_key]) => ({ entry_key, quantity })) }
    const { is_tax_inclusive = true, is_retail_tax_inclusive = true } = answer ?? {}
    return { sold, query, vat: { is_tax_inclusive, is_retail_tax_inclusive } }
  }
  if (price_set_ids.length <= FEW_ENTRIES) {
    const { keys: _inTheStatement, ...bindings } = priceBindings(terms, [])
    const ask = async (adjustments: AdjustmentSource) => {
      const { name, text } = PRICES[adjustments]
      return (await prepared<AnswerRow & Sold>(db, name, text, { ...bindings, price_set_ids: ids, quantity }))[0] ?? NOTHING_SOLD
    }
    const asked = await withKeptAdjustments(db, ask, ({ shared }) => shared?.scope)
    const { query, ...found } = linesOf(asked.answer)
    return { ...found, prices: await pricesFromAnswer(db, query, asked, "exact") }
  }
  const { contract_id, day } = terms
  const [answer] = await prepared<Sold>(db, "entries-of-price-sets", SETS, { contract_id, day, price_set_ids: ids })
  const { query, ...found } = linesOf(answer)
  return { ...found, prices: await pricesOfLines(db, query) }
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
