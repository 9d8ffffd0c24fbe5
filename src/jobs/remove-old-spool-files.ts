import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { removeOldSpoolFilesWorkflow } from "../workflows/erp/remove-old-spool-files"

/** Seconds for which another instance leaves the spool to this one. */
const LOCK_SECONDS = 60

export default async function removeOldSpoolFiles(container: MedusaContainer): Promise<void> {
  await container
    .resolve(Modules.LOCKING)
    .execute("erp-spool-retention", () => removeOldSpoolFilesWorkflow(container).run(), { timeout: LOCK_SECONDS })
}

export const config = { name: "remove-old-spool-files", schedule: "17 * * * *" }
