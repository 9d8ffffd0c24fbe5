import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ERP_MODULE } from "../modules/erp"
import type ErpModuleService from "../modules/erp/service"
import { tellEndingContractsWorkflow } from "../workflows/company/tell-ending-contracts"
import { PACKAGE_APPLIED } from "../workflows/erp/load-next-file"

/** What decides about who is told. Packages of goods, prices and stock come by the minute and concern nobody here. */
const KINDS = ["contracts", "legal_entities", "people"]

/** A package may bring a contract nearer to its end than the next night would tell of. */
export default async function tellEndingContracts({ event, container }: SubscriberArgs<{ run_id: string }>): Promise<void> {
  const { counts } = await container.resolve<ErpModuleService>(ERP_MODULE).retrieveExchangeRun(event.data.run_id, { select: ["counts"] })
  if (KINDS.some((kind) => kind in (counts ?? {}))) {
    await tellEndingContractsWorkflow(container).run()
  }
}

export const config: SubscriberConfig = {
  event: PACKAGE_APPLIED,
  context: { subscriberId: "erp-package-applied-tell-ending-contracts" },
}
