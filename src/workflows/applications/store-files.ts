import { createHash, randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { StoredFile } from "../../database/applications/write-parts"
import { documentType, type DocumentType } from "../../modules/company/rules/document-type"

/** A file as it came. */
export interface UploadedFile {
  name: string
  content: Buffer
}

/** A file's name is shown and offered for saving; longer ones are cut. */
const NAME_MAX = 200

/**
 * Stores files with the File module, out of public reach, before the workflow that needs them: what goes between steps is copied, and
 * these are megabytes. All or none: INVALID_DATA `file_type_refused` for one that is none of the types we take.
 */
export async function storeFiles(container: MedusaContainer, files: UploadedFile[]): Promise<StoredFile[]> {
  const typed = files.map((file) => ({ ...file, type: acceptedType(file) }))
  const stored: StoredFile[] = []
  try {
    for (const { name, content, type } of typed) {
      const { id: file_id } = await container.resolve(Modules.FILE).createFiles({
        filename: `application-${randomUUID()}.${type.extension}`,
        mimeType: type.mime_type,
        content: content.toString("base64"),
        access: "private",
      })
      const sha256 = createHash("sha256").update(content).digest("hex")
      stored.push({ file_id, name: shownName(name, type), mime_type: type.mime_type, bytes: content.length, sha256 })
    }
  } catch (error) {
    await removeFiles(container, stored)
    throw error
  }
  return stored
}

/** Removes stored files. */
export async function removeFiles(container: MedusaContainer, files: Pick<StoredFile, "file_id">[]): Promise<void> {
  if (files.length > 0) {
    await container.resolve(Modules.FILE).deleteFiles(files.map(({ file_id }) => file_id))
  }
}

function acceptedType({ name, content }: UploadedFile): DocumentType {
  const type = documentType(content)
  if (!type) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${shownName(name)} is neither PDF, JPEG, PNG, DOCX nor XLSX.`,
      "file_type_refused"
    )
  }
  return type
}

/** The name without folders and control characters. */
function shownName(name: string, type?: DocumentType): string {
  const shown = (name.split(/[\\/]/).at(-1) ?? "").replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "").trim()
  return shown.slice(-NAME_MAX) || `file.${type?.extension ?? "bin"}`
}
