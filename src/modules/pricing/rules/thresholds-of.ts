import type { PricingContext } from "@medusajs/framework/types"

/** Thresholds by total that the cart reaches; none where there is no cart. Ids are words: the statement takes them as one text. */
export function thresholdsOf(pricingContext: PricingContext | undefined): string[] {
  const ids: unknown = pricingContext?.context?.threshold_ids
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === "string" && /^\w+$/.test(id)) : []
}
