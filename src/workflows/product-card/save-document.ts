import type { Actor } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { bindDocument, type BoundDocument, type DocumentBinding } from "../../database/product-card/bind-document"
import { type DocumentChange, saveDocument } from "../../database/product-card/save-document"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { dropFilesStep, keepFilesStep } from "../applications/steps/keep-files"
import { storeFiles } from "../applications/store-files"
import type { UploadedFile } from "../files/store-private-file"

export interface SaveProductDocumentInput extends DocumentChange {
  /** What a new document is bound to at once; null = nothing, or as it is. */
  binding: DocumentBinding | null
  actor: Actor
}

export type SavedProductDocument = Pick<BoundDocument, "articles"> & { id: string }

const NO_ARTICLES: BoundDocument["articles"] = { found: 0, unknown: [], ambiguous: [] }

/** One transaction with its entry in the log, so that nothing is left to undo but the file. */
const saveDocumentStep = createStep(
  "save-product-document",
  async ({ actor, binding, ...change }: SaveProductDocumentInput, { container }) => {
    const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
    const saved = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
      const { id, before, after, replaced_file_id } = await saveDocument(trx, change)
      const bound = binding && (await bindDocument(trx, { id, ...binding }))
      const about = { subject_type: "product_document", subject_id: id }
      const action = before ? "product_document.updated" : "product_document.created"
      await log.append([{ actor, action, ...about, before, after: { ...after, ...(bound ? { bound: bound.added } : {}) } }], trx)
      return { id, articles: bound?.articles ?? NO_ARTICLES, replaced: replaced_file_id === null ? [] : [{ file_id: replaced_file_id }] }
    })
    return new StepResponse(saved)
  }
)

/** Makes or changes a document; the file is stored before, and is removed where the rest fails. Errors as of `saveDocument` and `bindDocument`. */
export const saveProductDocumentWorkflow = createWorkflow("save-product-document", (input: SaveProductDocumentInput) => {
  keepFilesStep(transform({ input }, ({ input: { file } }) => (file ? [file] : [])))
  const saved = saveDocumentStep(input)
  dropFilesStep(transform({ saved }, (data) => data.saved.replaced))
  return new WorkflowResponse(transform({ saved }, ({ saved: { id, articles } }): SavedProductDocument => ({ id, articles })))
})

/** Stores the file, if one came, and saves. INVALID_DATA `file_type_refused` for one that is none of the types we take. */
export async function saveProductDocument(
  container: MedusaContainer,
  { upload, ...input }: Omit<SaveProductDocumentInput, "file"> & { upload: UploadedFile | null }
): Promise<SavedProductDocument> {
  const [file = null] = await storeFiles(container, upload ? [upload] : [], "product-document")
  const { result } = await saveProductDocumentWorkflow(container).run({ input: { ...input, file } })
  return result
}
