import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { SupplyEvents } from "../modules/supply/events"
import { tellPromiseChangesWorkflow } from "../workflows/supply/tell-promise-changes"

/** What a person does to a supply, or to a promise, may have moved the promises of others. */
export default async function tellPromiseChanges({ container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await tellPromiseChangesWorkflow(container).run()
}

export const config: SubscriberConfig = {
  event: [SupplyEvents.SUPPLY_CHANGED, SupplyEvents.DEMAND_CHANGED],
  context: { subscriberId: "supply-changed-tell-promise-changes" },
}
