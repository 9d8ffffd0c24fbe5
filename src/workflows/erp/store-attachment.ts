import { createHash } from "node:crypto"
import { basename } from "node:path"
import { ErpWorkflows, type ReceivedAttachment } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { findAttachment, saveAttachment, type StoredAttachment, type StoredContent } from "../../database/loads/save-attachment"
import { imageType } from "../../modules/erp/rules/image-type"
import { removeNeedlessFiles } from "../files/remove-needless-files"

const BYTES_MAX = 20 * 1024 * 1024

/** Stores the content, unless the same was stored before. Compensation removes what was stored. */
const storeContentStep = createStep(
  "store-erp-attachment-content",
  async (input: ReceivedAttachment, { container }) => {
    const content = toBuffer(input.content)
    const mimeType = acceptedType(input.path, content)
    const sha256 = createHash("sha256").update(content).digest("hex")
    const known = await findAttachment(container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION), sha256)
    const file = known ?? (await upload(container.resolve(Modules.FILE), { path: input.path, mimeType, content }))
    const stored: StoredAttachment = { source: input.source, path: input.path, sha256, bytes: content.length, ...file }
    return new StepResponse(stored, known ? null : file.file_id)
  },
  async (uploaded, { container }) => {
    if (uploaded) {
      await container.resolve(Modules.FILE).deleteFiles([uploaded])
    }
  }
)

/** Hangs the file on products, and removes the one whose place it took, with its thumbnail. */
const hangAttachmentStep = createStep("hang-erp-attachment", async (input: StoredAttachment, { container }) => {
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const replaced = await db.transaction((trx) => saveAttachment(trx, input))
  await removeNeedlessFiles(container, replaced)
  return new StepResponse({ url: input.url })
})

/** Takes an image that the ERP sent beside its packages. INVALID_DATA when it is no image or too large. */
export const storeAttachmentWorkflow = createWorkflow(ErpWorkflows.storeAttachment, (input: WorkflowData<ReceivedAttachment>) => {
  return new WorkflowResponse(hangAttachmentStep(storeContentStep(input)))
})

async function upload(
  files: {
    createFiles(file: { filename: string; mimeType: string; content: string; access: "public" }): Promise<{ id: string; url: string }>
  },
  image: { path: string; mimeType: string; content: Buffer }
): Promise<StoredContent> {
  const file = await files.createFiles({
    filename: basename(image.path),
    mimeType: image.mimeType,
    content: image.content.toString("base64"),
    access: "public",
  })
  return { file_id: file.id, url: file.url, thumbnail_file_id: null, thumbnail_url: null, is_thumbnail_done: false }
}

function acceptedType(path: string, content: Buffer): string {
  if (content.length > BYTES_MAX) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Image ${path} has ${content.length} bytes; at most ${BYTES_MAX} are taken.`,
      "image_too_large"
    )
  }
  const type = imageType(content)
  if (!type) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `File ${path} is neither JPEG, PNG, GIF nor WebP.`, "image_unknown")
  }
  return type
}

/** An engine that keeps its state outside the process hands a Buffer over as JSON. */
function toBuffer(content: Buffer | { type: "Buffer"; data: number[] }): Buffer {
  return Buffer.isBuffer(content) ? content : Buffer.from("data" in content ? content.data : content)
}
