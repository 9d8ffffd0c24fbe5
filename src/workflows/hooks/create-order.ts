import { runHook } from "@kontor/framework"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { createOrderWorkflow } from "@medusajs/medusa/core-flows"

// An order that staff make by hand has no cart; the screen that makes it names the contract.
createOrderWorkflow.hooks.setPricingContext(async (hook, { container }) => {
  const contract_id: unknown = hook.additional_data?.contract_id
  const { context } = await runHook("create-orders.setPricingContext", { ...hook }, container)
  return new StepResponse({ ...(typeof contract_id === "string" ? { contract_id } : {}), ...context })
})
