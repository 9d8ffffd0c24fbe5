import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { StoredFile } from "../../database/applications/write-parts"
import { documentType, type DocumentType } from "../../modules/company/rules/document-type"
import { shownName, storePrivateFile, type UploadedFile } from "../files/store-private-file"

/**
 * Stores files with the File module, out of public reach, before the workflow that needs them: what goes between steps is copied, and
 * these are megabytes. All or none: INVALID_DATA `file_type_refused` for one that is none of the types we take.
 *
 * @param prefix of the names under which they lie
 */
export async function storeFiles(container: MedusaContainer, files: UploadedFile[], prefix = "application"): Promise<StoredFile[]> {
  const typed = files.map((file) => ({ ...file, type: acceptedType(file) }))
  const stored: StoredFile[] = []
  try {
    for (const { name, content, type } of typed) {
      stored.push(await storePrivateFile(container, { name, content, type, of: prefix }))
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
