import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { PACKAGE_APPLIED, type PackageApplied } from "../workflows/erp/load-next-file"
import { releaseOfEndedWorkflow } from "../workflows/supply/release-of-ended"
import { tellPromiseChangesWorkflow } from "../workflows/supply/tell-promise-changes"

/** What an order that was cancelled, here or in the ERP, or shipped was promised is free for others. */
export default async function releasePromises({ event, container }: SubscriberArgs<Partial<PackageApplied>>): Promise<void> {
  if (event.name === PACKAGE_APPLIED && !event.data.kinds?.includes("order_states")) {
    return
  }
  const { result } = await releaseOfEndedWorkflow(container).run()
  if (result.released + result.shipped > 0) {
    await tellPromiseChangesWorkflow(container).run()
  }
}

export const config: SubscriberConfig = {
  event: [OrderWorkflowEvents.CANCELED, PACKAGE_APPLIED],
  context: { subscriberId: "order-ended-release-promises" },
}
