import type { PricingContext } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

/** Base units that a price is asked for, as a decimal; like Medusa's own prices, those of one where nothing is said. */
export function quantityOf(pricingContext: PricingContext | undefined): string {
  const quantity = pricingContext?.context?.quantity
  return quantity === undefined ? "1" : MathBN.convert(quantity).toFixed()
}
