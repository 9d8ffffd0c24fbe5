import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PACKAGE_APPLIED, type PackageApplied } from "../workflows/erp/load-next-file"
import { tellPromiseChangesWorkflow } from "../workflows/supply/tell-promise-changes"

/** Supplies that the ERP has moved may have moved promises. */
export default async function tellPromiseChanges({ event, container }: SubscriberArgs<PackageApplied>): Promise<void> {
  if (event.data.kinds.includes("supplies")) {
    await tellPromiseChangesWorkflow(container).run()
  }
}

export const config: SubscriberConfig = {
  event: PACKAGE_APPLIED,
  context: { subscriberId: "erp-package-applied-tell-promise-changes" },
}
