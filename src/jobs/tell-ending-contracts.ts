import type { MedusaContainer } from "@medusajs/framework/types"
import { tellEndingContractsWorkflow } from "../workflows/company/tell-ending-contracts"

/**
 * Tells dealers whose contracts end soon. Whether a contract may be used is decided by its days on every request, so nothing is closed here:
 * the state of a contract is a fact of the ERP.
 */
export default async function tellEndingContracts(container: MedusaContainer): Promise<void> {
  await tellEndingContractsWorkflow(container).run()
}

export const config = { name: "tell-ending-contracts", schedule: "0 5 * * *" }
