import { runHook } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { CONTRACT_PRICING_MODULE } from "../../modules/contract-pricing"
import type ContractPricingModuleService from "../../modules/contract-pricing/service"
import { promotionsOf } from "../cart/promotions"
import { refuseCartQuantities } from "../cart/refuse-quantities"
import { refuseUnseenPrices } from "../cart/refuse-unseen-prices"
import { refuseCartOutsideHours } from "../order/refuse-shut"
import { throwConflict } from "../order/throw-conflict"
import { throwRefusals } from "../order/throw-refusals"

// Medusa completes a cart without our route when a payment is captured. What it makes an order of are the lines that it has read by now.
completeCartWorkflow.hooks.validate(async (hook, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { required } = container.resolve<ContractPricingModuleService>(CONTRACT_PRICING_MODULE).options.refinement
  const own = await db
    .transaction(async (trx) => [
      ...(await refuseUnseenPrices(trx, hook.input.id, { seen: hook.cart.items ?? [], required, promotions: promotionsOf(container) })),
      ...(await refuseCartQuantities(trx, hook.input.id)),
      ...(await refuseCartOutsideHours(trx, hook.input.id, new Date())),
    ])
    .catch(throwConflict)
  const { refusals } = await runHook("complete-cart.validate", { ...hook }, container)
  throwRefusals("order_refused", [...own, ...refusals])
})
