import { runHook, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { BigNumberInput } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, MedusaError } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { createOrderWorkflow } from "@medusajs/medusa/core-flows"
import { lockDraft, tieDraft, untieDraft } from "../../database/drafts/draft-order"
import { type OrderTerms, termsOfContract } from "../../database/ordering/terms-of-contract"
import { tieOrder, untieOrder } from "../../database/ordering/tie-order"
import { decideContractUse } from "../../modules/company/rules/contract-usable"
import { refuseStaffLines } from "../cart/refuse-quantities"
import { refuseDraftTerms } from "../order/draft-terms"
import { settleDraft } from "../order/settle-draft"
import { throwRefusals } from "../order/throw-refusals"

// An order that staff make by hand has no cart; whoever makes it names the contract. It binds them as it binds the dealer.
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
createOrderWorkflow.hooks.orderCreated(
  async (hook, { container }) => {
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
    if (!terms) {
      return new StepResponse(undefined, null)
    }
    const order_id: string = hook.order.id
    await db.transaction((trx) => tie(trx, { order_id, terms }))
    return new StepResponse(undefined, order_id)
  },
  async (order_id, { container }) => {
    if (typeof order_id === "string") {
      const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await untieDraft(db, { order_id })
      await untieOrder(db, order_id)
    }
  }
)

/** A draft is tied for itself until it is placed; an order that is made at once has the links of an order at once. */
async function tie(trx: Knex.Transaction, { order_id, terms }: { order_id: string; terms: OrderTerms }): Promise<void> {
  const draft = await lockDraft(trx, { order_id })
  if (!draft?.is_open) {
    return tieOrder(trx, { order_id, contract_id: terms.id, legal_entity_id: terms.entity.id })
  }
  const day = today()
  throwRefusals("draft_refused", await refuseDraftTerms(trx, draft, { terms, day }))
  await tieDraft(trx, { order_id, contract_id: terms.id })
  await settleDraft(trx, { order_id, terms, day })
}
