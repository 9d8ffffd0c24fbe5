import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { StoredFile } from "../../../database/applications/write-parts"
import { removeNeedlessFiles } from "../../files/remove-needless-files"
import { removeFiles } from "../store-files"

/** Takes over files that were stored before the workflow began: where it fails, they are removed. */
export const keepFilesStep = createStep(
  "keep-application-files",
  async (files: StoredFile[]) => new StepResponse(undefined, files),
  async (files, { container }) => {
    await removeFiles(container, files ?? [])
  }
)

/** Removes files that nobody needs: those of an application that only repeated another. The last step, since nothing brings them back; it does not fail. */
export const dropFilesStep = createStep("drop-application-files", async (files: Pick<StoredFile, "file_id">[], { container }) => {
  await removeNeedlessFiles(
    container,
    files.map(({ file_id }) => file_id)
  )
  return new StepResponse(undefined)
})
