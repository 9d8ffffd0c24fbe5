import { runHook } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { addOrderLineItemsWorkflow } from "@medusajs/medusa/core-flows"
import { contractOfOrder } from "../../database/ordering/contract-of-cart"
import { refuseAddedGoods } from "../order/hold-order-edit"
import { throwRefusals } from "../order/throw-refusals"

// Medusa tells no quantities here: those are held to the rules when the change of the order is confirmed.
addOrderLineItemsWorkflow.hooks.setPricingContext(async (hook, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const contract_id = await contractOfOrder(db, hook.order.id)
  const own = contract_id ? await refuseAddedGoods(db, { contract_id, variant_ids: hook.variantIds }) : []
  const { context, refusals } = await runHook("order-add-line-items.setPricingContext", { ...hook }, container)
  throwRefusals("order_refused", [...own, ...refusals])
  return new StepResponse({ ...(contract_id ? { contract_id } : {}), ...context })
})
