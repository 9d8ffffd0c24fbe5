import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { UserWorkflowEvents } from "@medusajs/framework/utils"
import { bindManagerAssignmentsWorkflow } from "../workflows/company/bind-manager-assignments"

/** The ERP names managers by e-mail, often before they have a user. */
export default async function bindManagerAssignmentsOfUser({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await bindManagerAssignmentsWorkflow(container).run({ input: { user_id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: UserWorkflowEvents.CREATED,
  context: { subscriberId: "user-created-bind-manager-assignments" },
}
