import PricingModule from "@medusajs/medusa/pricing"

/** Medusa's pricing module; its models and migrations stay where they are. */
export const discoveryPath = require.resolve("@medusajs/pricing")

export default PricingModule
