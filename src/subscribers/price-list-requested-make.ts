import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { DocumentEvents } from "../modules/document/events"
import { makePriceListWorkflow } from "../workflows/document/make-price-list"

/** A price list is made after the answer; the sweep is only for what a stopped process has left. */
export default async function makeRequestedPriceList({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await makePriceListWorkflow(container).run({ input: { id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: DocumentEvents.PRICE_LIST_REQUESTED,
  context: { subscriberId: "price-list-requested-make" },
}
