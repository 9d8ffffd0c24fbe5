import type { Actor } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { documentType } from "../../modules/company/rules/document-type"
import { CONTENT_MODULE } from "../../modules/content"
import { mediaType } from "../../modules/content/rules/media-type"
import type ContentModuleService from "../../modules/content/service"
import { imageType } from "../../modules/erp/rules/image-type"
import { type FileType, shownName, storePrivateFile, type UploadedFile } from "../files/store-private-file"

/** A file is held in memory while it is stored. */
export const CONTENT_FILE_BYTES_MAX = 50 * 1024 * 1024

/**
 * Keeps a file for items of content, out of public reach; one that no item has is removed after a day. No workflow: what goes between steps is
 * copied, and these are megabytes. INVALID_DATA `content_file_refused` for a type that is not taken.
 */
export async function storeContentFile(container: MedusaContainer, { name, content, actor }: UploadedFile & { actor: Actor }) {
  const stored = await storePrivateFile(container, { name, content, type: acceptedType({ name, content }), of: "content" })
  try {
    const file = await container.resolve<ContentModuleService>(CONTENT_MODULE).createContentFiles(stored)
    const { bytes, mime_type, sha256 } = stored
    await container.resolve<AuditModuleService>(AUDIT_MODULE).append([
      {
        ...{ actor, action: "content_file.uploaded", subject_type: "content_file", subject_id: file.id },
        after: { name: stored.name, mime_type, bytes, sha256 },
      },
    ])
    return file
  } catch (error) {
    await container.resolve(Modules.FILE).deleteFiles([stored.file_id])
    throw error
  }
}

function acceptedType({ name, content }: UploadedFile): FileType {
  const type = contentFileType(content)
  if (!type) {
    const message = `${shownName(name)} is no image (JPEG, PNG, GIF, WebP), document (PDF, DOCX, XLSX), video (MP4, WebM) or layout (PSD, TIFF, EPS, CDR).`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "content_file_refused")
  }
  return type
}

/** By the content alone; null for what is not taken. */
function contentFileType(content: Buffer): FileType | null {
  const image = imageType(content)
  return image ? { mime_type: image, extension: image.slice("image/".length) } : (documentType(content) ?? mediaType(content))
}
