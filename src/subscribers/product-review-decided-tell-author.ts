import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ProductCardEvents } from "../modules/product-card/events"
import { tellReviewAuthorWorkflow } from "../workflows/product-card/tell-review-author"

/** After the answer: mail servers take their time. */
export default async function tellReviewAuthor({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await tellReviewAuthorWorkflow(container).run({ input: { id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: ProductCardEvents.REVIEW_DECIDED,
  context: { subscriberId: "product-review-decided-tell-author" },
}
