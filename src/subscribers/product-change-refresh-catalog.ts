import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ProductWorkflowEvents } from "@medusajs/framework/utils"
import { refreshCatalogWorkflow } from "../workflows/catalog/refresh-catalog"

/** Edits of products in the admin reach the dealer catalogue; bulk loads from the ERP emit no such events and refresh it themselves. */
export default async function refreshCatalogOfProduct({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await refreshCatalogWorkflow(container).run({ input: { product_ids: [event.data.id] } })
}

export const config: SubscriberConfig = {
  event: [ProductWorkflowEvents.CREATED, ProductWorkflowEvents.UPDATED, ProductWorkflowEvents.DELETED],
  context: { subscriberId: "product-change-refresh-catalog" },
}
