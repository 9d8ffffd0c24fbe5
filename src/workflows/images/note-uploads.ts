import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { forgetUploadedImage, noteUploadedImages, type UploadedImage } from "../../database/images/uploaded-images"
import { refreshCatalogEntries } from "../../database/loads/refresh-catalog-entries"
import { removeNeedlessFiles } from "../files/remove-needless-files"

/** One statement: nothing is left to undo. */
const noteUploadsStep = createStep("note-uploaded-images", async (images: UploadedImage[], { container }) => {
  await noteUploadedImages(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), images)
  return new StepResponse(undefined)
})

/** Remembers images that the staff uploaded, so that their thumbnails are made with the next turn. */
export const noteUploadsWorkflow = createWorkflow("note-uploaded-images", (images: WorkflowData<UploadedImage[]>) => {
  return new WorkflowResponse(noteUploadsStep(images))
})

/** One transaction; the thumbnail goes after it. */
const forgetUploadStep = createStep("forget-uploaded-image", async ({ file_id }: { file_id: string }, { container }) => {
  const thumbnails = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
    const forgotten = await forgetUploadedImage(trx, file_id)
    if (forgotten.product_ids.length > 0) {
      await refreshCatalogEntries(trx, { productIds: forgotten.product_ids })
    }
    return forgotten.thumbnails
  })
  await removeNeedlessFiles(container, thumbnails)
  return new StepResponse(undefined)
})

/** Forgets an image that the staff removed, with its thumbnail. */
export const forgetUploadWorkflow = createWorkflow("forget-uploaded-image", (input: WorkflowData<{ file_id: string }>) => {
  return new WorkflowResponse(forgetUploadStep(input))
})
