import type { PricingContext } from "@medusajs/framework/types"

/** The contract whose prices are asked for; null = Medusa's own prices. */
export function contractOf(pricingContext: PricingContext | undefined): string | null {
  const contractId = pricingContext?.context?.contract_id
  return typeof contractId === "string" && contractId !== "" ? contractId : null
}
