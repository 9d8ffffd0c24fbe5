import { runHook } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { CONTRACT_PRICING_MODULE } from "../../modules/contract-pricing"
import type ContractPricingModuleService from "../../modules/contract-pricing/service"
import { promotionsOf } from "../cart/promotions"
import { refuseCartQuantities } from "../cart/refuse-quantities"
import { refuseUnseenPrices } from "../cart/refuse-unseen-prices"
import { adoptOrder, forgetAdopted } from "../order/adopt-order"
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

interface MadeOrder {
  order_id: string
  cart_id: string
}

interface HookContext {
  container: MedusaContainer
}

/**
 * Medusa's last step but one, which it takes back with all others when it fails: here the order becomes one of its contract. The hook stands in the
 * workflow and not in its type.
 */
const orderCreated: unknown = Reflect.get(completeCartWorkflow.hooks, "orderCreated")
if (typeof orderCreated !== "function") {
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    "completeCartWorkflow has no hook orderCreated: orders that it makes would be of no contract"
  )
}

async function adopt(hook: MadeOrder, { container }: HookContext): Promise<StepResponse<undefined, string | null>> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const audit = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const { order_id, cart_id } = hook
  const { refusals } = await runHook("complete-cart.orderCreated", { ...hook }, container)
  throwRefusals("order_refused", refusals)
  const isAdopted = await db.transaction((trx) => adoptOrder(trx, { order_id, cart_id }, audit)).catch(throwConflict)
  return new StepResponse(undefined, isAdopted ? order_id : null)
}

async function takeBack(order_id: unknown, { container }: HookContext): Promise<void> {
  if (typeof order_id === "string") {
    await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction((trx) => forgetAdopted(trx, order_id))
  }
}

Reflect.apply(orderCreated, undefined, [adopt, takeBack])
