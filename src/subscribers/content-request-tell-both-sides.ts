import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContentEvents } from "../modules/content/events"
import { tellOfRequestWorkflow } from "../workflows/content/tell-of-request"

/** Told after the answer: mail servers take their time. */
export default async function tellOfContentRequest({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await tellOfRequestWorkflow(container).run({ input: { id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: [ContentEvents.REQUEST_CREATED, ContentEvents.REQUEST_MOVED],
  context: { subscriberId: "content-request-tell-both-sides" },
}
