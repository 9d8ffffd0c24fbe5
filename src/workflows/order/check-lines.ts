import type { Refusal } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { KeptExplanation } from "../../database/ordering/insert-order-lines"
import { lockStock } from "../../database/ordering/lock-stock"
import type { PricedCartLine } from "../../database/ordering/open-cart-lines"
import { readSellables } from "../../database/ordering/read-sellables"
import type { RefinedPrice } from "../../database/ordering/refined-prices"
import type { OrderTerms } from "../../database/ordering/terms-of-contract"
import type { LineDemand } from "../../database/promises/demand-of-order"
import { lockPromises } from "../../database/promises/lock-promises"
import { explainedPrices } from "../../database/queries/explained-prices"
import { explainRefined } from "../../modules/contract-pricing/rules/explain-price"
import { allocateStock, type Allocation } from "../../modules/order-rules/rules/allocate-stock"
import { cartThresholds } from "../cart/price-cart"
import { decideOrderLines, refuseShortages, stockNeeds } from "./rules/decide-order-lines"

/** Lines that an order is to be made of: of a cart, or of a draft that staff have made. */
export interface LinesToCheck {
  terms: OrderTerms
  lines: PricedCartLine[]
  sales_channel_id: string | null
  /** YYYY-MM-DD */
  day: string
  /** The ERP's own word, by id of the line. */
  refined: ReadonlyMap<string, RefinedPrice>
  /** Ids of lines that a manager has let past the order rules. */
  bypassed: ReadonlySet<string>
}

/** The lines as of now, with all that the order takes of them; everything by id of the line that was checked. */
export interface CheckedLines {
  refusals: Refusal[]
  allocations: Allocation[]
  /** What waits for a supply. */
  waiting: WaitingLine[]
  explanations: Map<string, KeptExplanation>
}

export type WaitingLine = Omit<LineDemand, "order_line_id"> & { line_id: string }

/** Key of no entry. Lines without one are refused before it comes to this. */
const NO_ENTRY = 0

/**
 * Decides the lines as of now and takes stock for them. A line costs what its explanation comes to, asked for once and before stock is waited
 * for: the order cannot tell another reason than that of its price.
 */
export async function checkLines(trx: Knex.Transaction, input: LinesToCheck): Promise<CheckedLines> {
  const { terms, lines, sales_channel_id, bypassed } = input
  const { warehouse_ids, assortment: sight } = terms
  const entry_keys = [...new Set(lines.flatMap(({ entry_key }) => entry_key ?? []))]
  const goods = await readSellables(trx, { entry_keys, contract_id: terms.id, sales_channel_id, warehouse_ids, sight })
  const { explanations, withheld } = await explainLines(trx, input)
  const sellables = new Map(goods.map((row) => [row.entry_key, row]))
  const refusals = decideOrderLines(lines, sellables, { prices: pricesOf(explanations), withheld, bypassed }, terms)
  if (goods.some(({ may_wait }) => may_wait)) {
    await lockPromises(trx, "shared")
  }
  const variant_ids = [...new Set(lines.flatMap(({ variant_id }) => variant_id ?? []))]
  const stock = await lockStock(trx, { variant_ids, sales_channel_id, warehouse_ids })
  // Of what is not sold, or hidden, nobody is told how much there is.
  const sold = lines.filter(({ entry_key }) => entry_key !== null && sellables.get(entry_key)?.is_listed)
  const { allocations, shortages, waiting } = allocateStock(stockNeeds(sold, stock.variants, sellables), stock.levels)
  return {
    refusals: [...refusals, ...refuseShortages(lines, shortages, terms)],
    allocations,
    waiting: lines.flatMap(({ id: line_id, entry_key }) => {
      const quantity = waiting.get(line_id)
      return quantity === undefined || entry_key === null ? [] : [{ line_id, entry_key, quantity }]
    }),
    explanations,
  }
}

/** How the price of each line comes about, by its id, and which rules withhold products from sale; where the ERP's word on the cart holds, it is the end of it. */
export async function explainLines(
  trx: Knex.Transaction,
  { terms: { id: contract_id, currency_code }, lines, day, refined }: Pick<LinesToCheck, "terms" | "lines" | "day" | "refined">
): Promise<{ explanations: Map<string, KeptExplanation>; withheld: Map<string, string> }> {
  const { threshold_ids } = await cartThresholds(trx, { terms: { id: contract_id, currency_code }, day, lines })
  const asked = lines.map(({ entry_key, quantity }) => ({ entry_key: entry_key ?? NO_ENTRY, quantity }))
  const explained = await explainedPrices(trx, { contract_id, currency_code, day, threshold_ids, lines: asked })
  const explanations = new Map(
    lines.map(({ id, quantity, vat_rate }, index) => {
      const steps = explainRefined(explained[index]?.steps ?? [], refined.get(id), currency_code)
      return [id, { contract_id, day, quantity, vat_rate, steps }]
    })
  )
  const withheld = lines.flatMap(({ id }, index) => {
    const reason = explained[index]?.withheld ?? null
    return reason === null ? [] : [[id, reason] as const]
  })
  return { explanations, withheld: new Map(withheld) }
}

/** What each line costs by its explanation, of which the last step is the rounded price; lines without a price are left out. */
export function pricesOf(explanations: ReadonlyMap<string, KeptExplanation>): Map<string, string> {
  return new Map([...explanations].flatMap(([line_id, { steps }]) => steps.slice(-1).map(({ amount }) => [line_id, amount])))
}
