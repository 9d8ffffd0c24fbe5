import PromotionModule from "@medusajs/medusa/promotion"
import { KontorPromotionModuleService } from "./service"

/** Medusa offers no provider for what promotions come to, so its promotion module is loaded as it is (models, migrations) with a service that extends its own. */
PromotionModule.service = KontorPromotionModuleService

/** Where Medusa finds the module's models and migrations. */
export const discoveryPath = require.resolve("@medusajs/promotion")

export default PromotionModule
