import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { InventoryEvents, ProductVariantWorkflowEvents, ProductWorkflowEvents } from "@medusajs/framework/utils"
import { forgetEditedWorkflow } from "../workflows/erp/forget-edited"

/** What a person edits or Medusa itself moves, such as stock by a fulfilment; loads emit no such events. */
export default async function forgetDigestsOfGoods({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await forgetEditedWorkflow(container).run({ input: { ids: [event.data.id] } })
}

export const config: SubscriberConfig = {
  event: [
    ProductWorkflowEvents.UPDATED,
    ProductVariantWorkflowEvents.UPDATED,
    InventoryEvents.INVENTORY_LEVEL_UPDATED,
    InventoryEvents.INVENTORY_LEVEL_DELETED,
  ],
  context: { subscriberId: "goods-change-forget-digests" },
}
