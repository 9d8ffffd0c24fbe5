import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CompanyEvents } from "../modules/company/events"
import { completeDueApplicationsWorkflow } from "../workflows/applications/complete-due-applications"
import { PACKAGE_APPLIED, type PackageApplied } from "../workflows/erp/load-next-file"

/**
 * The ERP has given an entity back, or somebody of the staff has activated it: applications that waited for it are at their end. Packages of
 * goods, prices and stock come by the minute and concern nobody here.
 */
export default async function completeApplications({ event, container }: SubscriberArgs<{ id: string } | PackageApplied>): Promise<void> {
  if (!("kinds" in event.data) || event.data.kinds.includes("legal_entities")) {
    await completeDueApplicationsWorkflow(container).run()
  }
}

export const config: SubscriberConfig = {
  event: [PACKAGE_APPLIED, CompanyEvents.LEGAL_ENTITY_ACTIVATED],
  context: { subscriberId: "legal-entity-activated-complete-applications" },
}
