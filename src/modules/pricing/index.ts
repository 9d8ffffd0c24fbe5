import PricingModule from "@medusajs/medusa/pricing"
import { KontorPricingModuleService } from "./service"

/** Medusa offers no pricing provider, so its pricing module is loaded as it is (models, migrations) with a service that extends its own. */
PricingModule.service = KontorPricingModuleService

/** Where Medusa finds the module's models and migrations. */
export const discoveryPath = require.resolve("@medusajs/pricing")

export default PricingModule
