import PromotionModule from "@medusajs/medusa/promotion"
import * as buyGet from "@medusajs/promotion/dist/utils/compute-actions/buy-get"
import { computeBuyGet } from "./compute-buy-get"
import { KontorPromotionModuleService } from "./service"

/** Medusa offers no provider for what promotions come to, so its promotion module is loaded as it is (models, migrations) with a service that extends its own. */
PromotionModule.service = KontorPromotionModuleService

// Medusa's service calls it by this name and offers no other place; what both come to is compared by a test.
Object.assign(buyGet, { getComputedActionsForBuyGet: computeBuyGet })

/** Where Medusa finds the module's models and migrations. */
export const discoveryPath = require.resolve("@medusajs/promotion")

export default PromotionModule
