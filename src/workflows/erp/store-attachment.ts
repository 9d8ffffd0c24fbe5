import { createHash } from "node:crypto"
import { ErpWorkflows, type ReceivedAttachment } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { findAttachment, saveAttachment, type StoredAttachment } from "../../database/loads/save-attachment"
import { findDocumentFile, saveDocumentFile, type StoredDocumentFile } from "../../database/loads/save-document-file"
import { documentType } from "../../modules/company/rules/document-type"
import { attachmentKind, type AttachmentKind } from "../../modules/erp/rules/attachment-kind"
import { imageName, imageType } from "../../modules/erp/rules/image-type"
import { removeNeedlessFiles } from "../files/remove-needless-files"
import { shownName, storePrivateFile } from "../files/store-private-file"

const BYTES_MAX = 20 * 1024 * 1024

type Stored = { image: StoredAttachment } | { document: StoredDocumentFile }

interface Received {
  source: string
  path: string
  content: Buffer
  sha256: string
}

/** Stores the content, unless the same was stored before. Compensation removes what was stored. */
const storeContentStep = createStep(
  "store-erp-attachment-content",
  async ({ source, path, content: given }: ReceivedAttachment, { container }) => {
    const content = toBuffer(given)
    const received = { source, path, content, sha256: createHash("sha256").update(content).digest("hex") }
    const isImage = attachmentKind(path) === "image"
    const { stored, uploaded } = isImage ? await storeImage(container, received) : await storeDocument(container, received)
    return new StepResponse<Stored, string | null>(stored, uploaded)
  },
  async (uploaded, { container }) => {
    if (uploaded) {
      await container.resolve(Modules.FILE).deleteFiles([uploaded])
    }
  }
)

/** Hangs the file on products or gives it to documents, and removes the one whose place it took, with its thumbnail. */
const hangAttachmentStep = createStep("hang-erp-attachment", async (input: Stored, { container }) => {
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const replaced = await db.transaction((trx) =>
    "image" in input ? saveAttachment(trx, input.image) : saveDocumentFile(trx, input.document)
  )
  await removeNeedlessFiles(container, replaced)
  return new StepResponse({ url: "image" in input ? input.image.url : null })
})

/**
 * Takes an image or the file of a document that the ERP sent beside its packages. INVALID_DATA `image_unknown`, `image_too_large`,
 * `document_unknown` or `document_too_large` for what we do not take.
 */
export const storeAttachmentWorkflow = createWorkflow(ErpWorkflows.storeAttachment, (input: WorkflowData<ReceivedAttachment>) => {
  return new WorkflowResponse(hangAttachmentStep(storeContentStep(input)))
})

async function storeImage(container: MedusaContainer, { source, path, content, sha256 }: Received) {
  refuseLarge("image", path, content)
  const mimeType = imageType(content)
  if (!mimeType) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `File ${path} is neither JPEG, PNG, GIF nor WebP.`, "image_unknown")
  }
  const about = { source, path, sha256, bytes: content.length }
  const known = await findAttachment(container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION), sha256)
  if (known) {
    return { stored: { image: { ...about, ...known } }, uploaded: null }
  }
  const { id, url } = await container.resolve(Modules.FILE).createFiles({
    filename: imageName(path, mimeType),
    mimeType,
    content: content.toString("base64"),
    access: "public",
  })
  const image = { ...about, file_id: id, url, thumbnail_file_id: null, thumbnail_url: null, is_thumbnail_done: false }
  return { stored: { image }, uploaded: id }
}

/** Out of public reach: a dealer fetches it while he sees one of its products. */
async function storeDocument(container: MedusaContainer, { source, path, content, sha256 }: Received) {
  refuseLarge("document", path, content)
  const type = documentType(content)
  if (!type) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `File ${path} is neither PDF, JPEG, PNG, DOCX nor XLSX.`, "document_unknown")
  }
  const about = { source, path, sha256, bytes: content.length, name: shownName(path, type) }
  const known = await findDocumentFile(container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION), sha256)
  if (known) {
    return { stored: { document: { ...about, ...known } }, uploaded: null }
  }
  const { file_id, mime_type } = await storePrivateFile(container, { name: path, content, type, of: "product-document" })
  return { stored: { document: { ...about, file_id, mime_type } }, uploaded: file_id }
}

function refuseLarge(what: AttachmentKind, path: string, content: Buffer): void {
  if (content.length > BYTES_MAX) {
    const message = `The ${what} ${path} has ${content.length} bytes; at most ${BYTES_MAX} are taken.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, `${what}_too_large`)
  }
}

/** An engine that keeps its state outside the process hands a Buffer over as JSON. */
function toBuffer(content: Buffer | { type: "Buffer"; data: number[] }): Buffer {
  return Buffer.isBuffer(content) ? content : Buffer.from("data" in content ? content.data : content)
}
