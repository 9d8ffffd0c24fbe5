import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ProductCategoryWorkflowEvents } from "@medusajs/framework/utils"
import { refreshCatalogWorkflow } from "../workflows/catalog/refresh-catalog"

/**
 * A category that moves, hides or goes away changes the place of everything below it, so the whole catalogue is compared. That takes
 * about a second, writes only what differs, and happens rarely.
 */
export default async function refreshCatalogOfCategory({ container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await refreshCatalogWorkflow(container).run({ input: {} })
}

export const config: SubscriberConfig = {
  event: [ProductCategoryWorkflowEvents.CREATED, ProductCategoryWorkflowEvents.UPDATED, ProductCategoryWorkflowEvents.DELETED],
  context: { subscriberId: "product-category-change-refresh-catalog" },
}
