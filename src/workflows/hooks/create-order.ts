import { runHook, today } from "@kontor/framework"
import type { BigNumberInput } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, MedusaError } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { createOrderWorkflow } from "@medusajs/medusa/core-flows"
import { termsOfContract } from "../../database/ordering/terms-of-contract"
import { decideContractUse } from "../../modules/company/rules/contract-usable"
import { refuseStaffLines } from "../cart/refuse-quantities"
import { throwRefusals } from "../order/throw-refusals"

// An order that staff make by hand has no cart; the screen that makes it names the contract. It binds them as it binds the dealer.
createOrderWorkflow.hooks.setPricingContext(async (hook, { container }) => {
  const contract_id: unknown = hook.additional_data?.contract_id
  if (typeof contract_id === "string") {
    const terms = await termsOfContract(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { contract_id })
    if (!terms) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Contract with id ${contract_id} was not found`)
    }
    const use = decideContractUse(terms, terms.entity, today())
    if (!use.usable) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, use.message, use.code)
    }
  }
  const { context } = await runHook("create-orders.setPricingContext", { ...hook }, container)
  return new StepResponse({ ...(typeof contract_id === "string" ? { contract_id } : {}), ...context })
})

/** A line of the order as the hook has it, with whose type Medusa leaves us alone. */
interface MadeItem {
  id: string
  variant_id: string | null
  title: string
  quantity: BigNumberInput
}

// The hook before the order does not tell quantities; what is thrown after it is made takes it back.
createOrderWorkflow.hooks.orderCreated(async (hook, { container }) => {
  const contract_id: unknown = hook.additional_data?.contract_id
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const terms = typeof contract_id === "string" ? await termsOfContract(db, { contract_id }) : null
  const made: MadeItem[] = hook.order.items ?? []
  const items = made.flatMap(({ id, title, variant_id, quantity }) =>
    variant_id ? [{ id, title, variant_id, quantity: MathBN.convert(quantity).toFixed() }] : []
  )
  const { withheld, quantities } = terms ? await refuseStaffLines(db, { terms, items }) : { withheld: [], quantities: [] }
  const { refusals } = await runHook("create-orders.orderCreated", { ...hook }, container)
  throwRefusals("order_refused", [...withheld, ...quantities, ...refusals])
})
