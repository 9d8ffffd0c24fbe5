import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { removeOutdatedFilesWorkflow } from "../workflows/applications/remove-outdated-files"

/** Seconds; another instance that waits so long finds the files gone. */
const WAIT_SECONDS = 60
const DAYS_DEFAULT = 90

/** Whole days, from one on; anything else in the environment counts as not set. */
function retentionDays(): number {
  const days = Number(process.env.KONTOR_APPLICATION_FILES_DAYS)
  return Number.isInteger(days) && days > 0 ? days : DAYS_DEFAULT
}

export default async function removeDeclinedApplicationFiles(container: MedusaContainer): Promise<void> {
  await container
    .resolve(Modules.LOCKING)
    .execute(
      "kontor:remove-declined-application-files",
      () => removeOutdatedFilesWorkflow(container).run({ input: { days: retentionDays() } }),
      { timeout: WAIT_SECONDS }
    )
}

export const config = { name: "remove-declined-application-files", schedule: "40 2 * * *" }
