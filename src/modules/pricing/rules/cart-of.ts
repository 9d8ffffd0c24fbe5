import type { PricingContext } from "@medusajs/framework/types"

/** The cart whose lines are priced anew as they stand; null where no such cart is named. */
export function cartOf(pricingContext: PricingContext | undefined): string | null {
  const cartId = pricingContext?.context?.cart_id
  return typeof cartId === "string" && cartId !== "" ? cartId : null
}
