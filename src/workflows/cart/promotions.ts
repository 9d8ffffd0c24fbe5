import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { KontorPromotionModuleService } from "../../modules/promotion/service"

/** Medusa's promotions, as far as carts and orders of dealers ask them. */
export type Promotions = Pick<KontorPromotionModuleService, "computeActions" | "sharedWith" | "registerUsageWith">

export const promotionsOf = (container: MedusaContainer): Promotions => container.resolve<KontorPromotionModuleService>(Modules.PROMOTION)
