import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { Modules } from "@medusajs/framework/utils"
import { tellEndingContractsWorkflow } from "../workflows/company/tell-ending-contracts"

/** A package may bring a contract nearer to its end than the next night would tell of. */
export default async function tellEndingContracts({ container }: SubscriberArgs<{ run_id: string }>): Promise<void> {
  await container
    .resolve(Modules.LOCKING)
    .execute("kontor:tell-ending-contracts", () => tellEndingContractsWorkflow(container).run({ input: undefined }), { timeout: 60 })
}

export const config: SubscriberConfig = {
  event: "erp.package_applied",
  context: { subscriberId: "erp-package-applied-tell-ending-contracts" },
}
