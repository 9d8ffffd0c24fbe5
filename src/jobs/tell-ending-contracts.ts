import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { tellEndingContractsWorkflow } from "../workflows/company/tell-ending-contracts"

/** Seconds; another instance that waits so long finds the mails sent. */
const WAIT_SECONDS = 60

/**
 * Tells dealers whose contracts end soon. Whether a contract may be used is decided by its days on every request, so nothing is closed here:
 * the state of a contract is a fact of the ERP.
 */
export default async function tellEndingContracts(container: MedusaContainer): Promise<void> {
  await container
    .resolve(Modules.LOCKING)
    .execute("kontor:tell-ending-contracts", () => tellEndingContractsWorkflow(container).run({ input: undefined }), {
      timeout: WAIT_SECONDS,
    })
}

export const config = { name: "tell-ending-contracts", schedule: "0 5 * * *" }
