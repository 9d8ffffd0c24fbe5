import { roundPrice } from "../../../modules/contract-pricing/rules/round-price"
import type { PriceNow } from "./decide-line-prices"

/**
 * What lines cost, with the ERP's own word on the cart in place of our prices. What has no price here has none by the ERP either.
 *
 * @param prices ours, by id of the line
 * @param refined those of the ERP that hold now, by id of the line
 */
export function withErpWord(
  prices: ReadonlyMap<string, PriceNow>,
  refined: ReadonlyMap<string, { price: string }>,
  currencyCode: string
): Map<string, PriceNow> {
  return new Map(
    [...prices].map(([id, ours]) => {
      const live = ours.price === null ? undefined : refined.get(id)
      return [id, live ? { ...ours, price: roundPrice(live.price, currencyCode) } : ours]
    })
  )
}
