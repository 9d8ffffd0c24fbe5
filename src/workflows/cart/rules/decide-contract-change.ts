import { MathBN } from "@medusajs/framework/utils"
import type { CartLine } from "../../../database/ordering/open-cart-lines"
import { priceAt } from "../../../modules/contract-pricing/rules/price-ladder"
import type { LineWrite, Nearest, Sellable } from "../types"
import { decideLineQuantity } from "./decide-line-quantity"

/** What another contract changes about one line. Prices are of one base unit in the currency of the cart. */
export type LineChange =
  | { code: "price_changed"; from: string; to: string }
  /** The line keeps its old price, under which it cannot be ordered. */
  | { code: "price_missing"; from: string }
  /** `reason` is the code that a new line of this quantity would be refused with. */
  | { code: "quantity_refused"; reason: string; nearest: Nearest | null; available: string | null }
  | { code: "not_visible" }
  /** A rule withholds it from sale, for the reason that the rule is named by. */
  | { code: "withheld"; reason: string }

export interface ChangedLine {
  line_id: string
  variant_id: string | null
  /** Null also of what is not seen under the contract. */
  article: string | null
  title: string
  /** Base units; a line keeps its quantity until the person changes it. */
  quantity: string
  changes: LineChange[]
}

/**
 * Decides the lines of a cart under another contract by the rules for new lines. Nothing is thrown out and no quantity is rounded: what
 * can no longer be ordered stays, is told, and placing refuses it.
 *
 * @returns the lines that changed, and all that get a price and terms of the new contract
 */
export function decideContractChange(lines: CartLine[], sellables: Map<number, Sellable>): { changed: ChangedLine[]; writes: LineWrite[] } {
  const changed: ChangedLine[] = []
  const writes: LineWrite[] = []
  for (const line of lines) {
    const sellable = line.entry_key === null ? undefined : sellables.get(line.entry_key)
    const changes = changesOf(line, sellable)
    const { id: line_id, variant_id, title, quantity } = line
    if (changes.length) {
      changed.push({ line_id, variant_id, article: sellable?.is_listed ? sellable.article : null, title, quantity, changes })
    }
    if (sellable?.is_listed && priceAt(sellable.prices, quantity) !== null) {
      writes.push({ line_id, sellable, quantity })
    }
  }
  return { changed, writes }
}

function changesOf(line: CartLine, sellable: Sellable | undefined): LineChange[] {
  if (!sellable?.is_listed) {
    return [{ code: "not_visible" }]
  }
  const price = priceAt(sellable.prices, line.quantity)
  if (price === null) {
    return [{ code: "price_missing", from: line.unit_price }]
  }
  const changes: LineChange[] = sellable.withheld ? [{ code: "withheld", reason: sellable.withheld }] : []
  if (!MathBN.eq(line.unit_price, price)) {
    changes.push({ code: "price_changed", from: line.unit_price, to: price })
  }
  const quantity = decideLineQuantity(line.quantity, sellable)
  if (!quantity.ok) {
    changes.push({ code: "quantity_refused", reason: quantity.code, nearest: quantity.nearest, available: quantity.available })
  }
  return changes
}
