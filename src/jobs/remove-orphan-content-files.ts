import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { removeOrphanFilesWorkflow } from "../workflows/content/remove-orphan-files"

/** Seconds; another instance that waits so long finds them gone. */
const WAIT_SECONDS = 60

export default async function removeOrphanContentFiles(container: MedusaContainer): Promise<void> {
  await container
    .resolve(Modules.LOCKING)
    .execute("kontor:remove-orphan-content-files", () => removeOrphanFilesWorkflow(container).run(), { timeout: WAIT_SECONDS })
}

export const config = { name: "remove-orphan-content-files", schedule: "25 3 * * *" }
