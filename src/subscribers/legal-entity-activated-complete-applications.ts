import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { Modules } from "@medusajs/framework/utils"
import { CompanyEvents } from "../modules/company/events"
import { completeDueApplicationsWorkflow } from "../workflows/applications/complete-due-applications"

/** The ERP has given an entity back, or somebody of the staff has activated it: applications that waited for it are at their end. */
export default async function completeApplications({ container }: SubscriberArgs<{ id: string } | { run_id: string }>): Promise<void> {
  await container
    .resolve(Modules.LOCKING)
    .execute("kontor:complete-applications", () => completeDueApplicationsWorkflow(container).run({ input: undefined }), { timeout: 60 })
}

export const config: SubscriberConfig = {
  event: ["erp.package_applied", CompanyEvents.LEGAL_ENTITY_ACTIVATED],
  context: { subscriberId: "legal-entity-activated-complete-applications" },
}
