import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { tellEndingContractsWorkflow } from "../workflows/company/tell-ending-contracts"
import { PACKAGE_APPLIED, type PackageApplied } from "../workflows/erp/load-next-file"

/** What decides about who is told. Packages of goods, prices and stock come by the minute and concern nobody here. */
const KINDS = ["contracts", "legal_entities", "people"]

/** A package may bring a contract nearer to its end than the next night would tell of. */
export default async function tellEndingContracts({ event, container }: SubscriberArgs<PackageApplied>): Promise<void> {
  if (KINDS.some((kind) => event.data.kinds.includes(kind))) {
    await tellEndingContractsWorkflow(container).run()
  }
}

export const config: SubscriberConfig = {
  event: PACKAGE_APPLIED,
  context: { subscriberId: "erp-package-applied-tell-ending-contracts" },
}
