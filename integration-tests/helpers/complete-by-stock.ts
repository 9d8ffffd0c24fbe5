import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { completeCartWorkflow, createPaymentCollectionForCartWorkflow, createPaymentSessionsWorkflow } from "@medusajs/medusa/core-flows"

/**
 * Places a cart by Medusa's own workflow, for comparison: with the manual payment it insists on and without the shipping method it would
 * ask for. Gives the id of the order.
 */
export async function completeByStock(container: MedusaContainer, cartId: string): Promise<string> {
  await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)("cart_line_item")
    .where({ cart_id: cartId })
    .update({ requires_shipping: false })
  await createPaymentCollectionForCartWorkflow(container).run({ input: { cart_id: cartId } })
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "cart", fields: ["payment_collection.id"], filters: { id: cartId } })
  const payment_collection_id = data[0]?.payment_collection?.id
  if (!payment_collection_id) {
    throw new Error(`Cart ${cartId} has no payment collection`)
  }
  await createPaymentSessionsWorkflow(container).run({ input: { payment_collection_id, provider_id: "pp_system_default" } })
  const { result } = await completeCartWorkflow(container).run({ input: { id: cartId } })
  return result.id
}
