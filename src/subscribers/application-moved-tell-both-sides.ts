import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CompanyEvents } from "../modules/company/events"
import { tellOfApplicationWorkflow } from "../workflows/applications/tell-of-application"

/** Every step of an application is told to both sides, after the answer: mail servers take their time. */
export default async function tellBothSides({ event, container }: SubscriberArgs<{ id: string; event_id: string }>): Promise<void> {
  await tellOfApplicationWorkflow(container).run({ input: event.data })
}

export const config: SubscriberConfig = {
  event: [
    CompanyEvents.APPLICATION_SUBMITTED,
    CompanyEvents.APPLICATION_MORE_REQUESTED,
    CompanyEvents.APPLICATION_ANSWERED,
    CompanyEvents.APPLICATION_ACCEPTED,
    CompanyEvents.APPLICATION_DECLINED,
    CompanyEvents.APPLICATION_COMPLETED,
    CompanyEvents.APPLICATION_ASSIGNED,
  ],
  context: { subscriberId: "application-moved-tell-both-sides" },
}
