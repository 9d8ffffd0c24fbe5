import { asClass } from "@medusajs/framework/awilix"
import type { LoaderOptions } from "@medusajs/framework/types"
import PricingModule from "@medusajs/medusa/pricing"
import { KontorPricingRepository } from "./repository"

/** Medusa offers no pricing provider, so its pricing module is loaded as it is (models, migrations, service) with our repository. */
PricingModule.loaders = [
  async ({ container }: LoaderOptions) => {
    container.register({ pricingRepository: asClass(KontorPricingRepository).singleton() })
  },
]

/** Where Medusa finds the module's models and migrations. */
export const discoveryPath = require.resolve("@medusajs/pricing")

export default PricingModule
