import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { DOCUMENT_MODULE } from "../../modules/document"
import type DocumentModuleService from "../../modules/document/service"

/** Removes the files first: a row without its file would be found again, a file without its row never. */
export async function removePriceListFiles(container: MedusaContainer): Promise<number> {
  const documents = container.resolve<DocumentModuleService>(DOCUMENT_MODULE)
  const outdated = await documents.outdatedPriceLists()
  const file_ids = outdated.flatMap(({ file_id }) => file_id ?? [])
  if (file_ids.length > 0) {
    await container.resolve(Modules.FILE).deleteFiles(file_ids)
  }
  await documents.deletePriceListFiles(outdated.map(({ id }) => id))
  return outdated.length
}

/** Deleting files cannot be undone, and need not be: they can be made again. */
const removeOutdatedPriceListsStep = createStep("remove-outdated-price-lists", async (_: void, { container }) => {
  return new StepResponse({ removed: await removePriceListFiles(container) })
})

/** Removes price lists of yesterday, and those beyond the newest of a person. */
export const removeOutdatedPriceListsWorkflow = createWorkflow("remove-outdated-price-lists", () => {
  return new WorkflowResponse(removeOutdatedPriceListsStep())
})
