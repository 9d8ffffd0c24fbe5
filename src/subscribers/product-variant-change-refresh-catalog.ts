import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ProductVariantWorkflowEvents } from "@medusajs/framework/utils"
import { refreshCatalogWorkflow } from "../workflows/catalog/refresh-catalog"

/** Edits of variants in the admin reach the dealer catalogue. */
export default async function refreshCatalogOfVariant({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await refreshCatalogWorkflow(container).run({ input: { variant_ids: [event.data.id] } })
}

export const config: SubscriberConfig = {
  event: [ProductVariantWorkflowEvents.CREATED, ProductVariantWorkflowEvents.UPDATED, ProductVariantWorkflowEvents.DELETED],
  context: { subscriberId: "product-variant-change-refresh-catalog" },
}
