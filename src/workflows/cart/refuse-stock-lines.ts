import { type Refusal, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CartTies } from "../../database/ordering/contract-of-cart"
import { openCartLines } from "../../database/ordering/open-cart-lines"
import { termsOfContract } from "../../database/ordering/terms-of-contract"
import { entriesByVariants } from "../../database/queries/entries-by-articles"
import { loadSellables } from "./load-sellables"
import { decideCartLines } from "./rules/decide-cart-lines"
import { decideCartUse } from "./rules/decide-cart-use"
import { refuseUnresolved } from "./rules/refuse-unresolved"
import type { LinesMode, RequestedLine } from "./types"

/** A line as a stock route asks for it. */
export interface StockLine {
  variant_id: string
  /** Base units. */
  quantity: string
}

/**
 * Checks what a stock route is about to put into a cart by the rules of the bulk route, so that neither lets through what the other
 * refuses.
 */
export async function refuseStockLines(db: Knex, cart: CartTies, asked: StockLine[], mode: LinesMode): Promise<Refusal[]> {
  const terms = await termsOfContract(db, { contract_id: cart.contract_id })
  const day = today()
  const refusals = decideCartUse(cart, terms, day, null)
  if (!terms || !asked.length) {
    return refusals
  }
  const entries = await entriesByVariants(db, [...new Set(asked.map(({ variant_id }) => variant_id))], terms.assortment)
  const entry_keys = [...entries.values()].flatMap((found) => (found.outcome === "found" ? [found.entry.entry_key] : []))
  const cart_lines = await openCartLines(db, cart.id)
  const sellables = await loadSellables(db, { entry_keys, terms, sales_channel_id: cart.sales_channel_id, day, cart_lines })
  const lines = asked.map(({ variant_id, quantity }, index) => {
    const request: RequestedLine = { row: index + 1, article: null, variant_id, quantity, unit: null }
    const resolution = entries.get(variant_id) ?? { outcome: "unknown" }
    const sellable = resolution.outcome === "found" ? sellables.get(resolution.entry.entry_key) : undefined
    // Medusa's own routes take nothing that is not in stock: told by our code rather than by theirs.
    return sellable
      ? { request, sellable: { ...sellable, may_wait: false } }
      : { request, refusal: refuseUnresolved({ name: variant_id, quantity }, resolution, terms) }
  })
  const details = { contract_id: terms.id, contract_number: terms.number, currency_code: terms.currency_code }
  const refused = decideCartLines(lines, mode, terms).results.filter(({ status }) => status === "refused")
  return [
    ...refusals,
    ...refused.map(({ row, code, message, variant_id, nearest, available }) => ({
      code: code ?? "line_refused",
      message: message ?? "The line is refused",
      subject: variant_id,
      details: { ...details, quantity: asked[row - 1]?.quantity ?? null, nearest, available },
    })),
  ]
}
