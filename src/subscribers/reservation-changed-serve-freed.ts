import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { SupplyEvents } from "../modules/supply/events"
import { serveFreedWorkflow } from "../workflows/supply/serve-freed"

/** What somebody of the staff released is had by who waits for it. */
export default async function serveFreed({ container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await serveFreedWorkflow(container).run()
}

export const config: SubscriberConfig = {
  event: SupplyEvents.RESERVATION_CHANGED,
  context: { subscriberId: "reservation-changed-serve-freed" },
}
