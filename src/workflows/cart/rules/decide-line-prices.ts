import { MathBN } from "@medusajs/framework/utils"
import type { PricedCartLine, PriceNotice } from "../../../database/ordering/open-cart-lines"
import type { CartLinePrice } from "../../../database/ordering/reprice-cart-lines"

/** What a line costs now, rounded; null = it has no price. */
export interface PriceNow {
  price: string | null
  retail_price: string | null
  /** The name of the rule that withholds the product from sale. */
  withheld?: string | null
}

/**
 * Compares what the lines of a cart hold with what they cost now.
 *
 * A line that the dealer has put since it was priced takes its price in silence. Any other one is told of, as long as it costs another amount
 * than he put it in at. A line without a price keeps its last one, at which nobody can place it; one that the catalogue does not list any more
 * is left as it is.
 *
 * @param prices by id of the line
 * @param put ids of lines that the dealer has just put; of others another quantity than the one last priced tells it
 * @param at the moment, ISO 8601
 * @returns the lines to write; none when all is as it was
 */
export function decideLinePrices(
  lines: PricedCartLine[],
  prices: ReadonlyMap<string, PriceNow>,
  { put, at }: { put: ReadonlySet<string>; at: string }
): CartLinePrice[] {
  return lines.flatMap((line) => {
    const now = prices.get(line.id)
    if (!line.is_listed || !now) {
      return []
    }
    const isFresh = put.has(line.id) || (line.priced_quantity !== null && line.priced_quantity !== line.quantity)
    const unit_price = now.price ?? line.unit_price
    const compare_at_unit_price = now.price === null ? line.compare_at_unit_price : now.retail_price
    const notice = isFresh && now.price !== null ? null : noticeOf(line, isFresh, now.price, at)
    const isSame =
      line.priced_quantity === line.quantity &&
      MathBN.eq(unit_price, line.unit_price) &&
      isSameAmount(compare_at_unit_price, line.compare_at_unit_price) &&
      notice === line.notice
    return isSame ? [] : [{ line_id: line.id, unit_price, compare_at_unit_price, priced_quantity: line.quantity, notice }]
  })
}

/** The notice that the line carries already when it still says what is. */
function noticeOf(line: PricedCartLine, isFresh: boolean, to: string | null, at: string): PriceNotice | null {
  const before = isFresh || !isOf(line) ? null : line.notice
  const from = before?.from ?? line.unit_price
  if (to !== null && MathBN.eq(from, to)) {
    return null
  }
  return before && isSameAmount(before.to, to) ? before : { code: to === null ? "no_price" : "price_changed", from, to, at }
}

/** A stock route may have written another price since, which the dealer then saw. */
const isOf = ({ notice, unit_price }: PricedCartLine): boolean =>
  notice !== null && (notice.to === null || MathBN.eq(notice.to, unit_price))

const isSameAmount = (a: string | null, b: string | null): boolean => (a === null || b === null ? a === b : MathBN.eq(a, b))
