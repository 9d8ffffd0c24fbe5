import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderEditWorkflowEvents } from "@medusajs/framework/utils"
import { releaseUnheldWorkflow } from "../workflows/supply/release-unheld"

/** Medusa reserves the lines that an edit changes; an order whose reservation is over, or was never to be, holds nothing all the same. What one that holds its goods gave up is had by who waits for it. */
export default async function releaseEdited({ event, container }: SubscriberArgs<{ order_id: string }>): Promise<void> {
  await releaseUnheldWorkflow(container).run({ input: { order_id: event.data.order_id } })
}

export const config: SubscriberConfig = {
  event: OrderEditWorkflowEvents.CONFIRMED,
  context: { subscriberId: "order-edit-confirmed-release-unheld" },
}
