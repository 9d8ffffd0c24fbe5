import { createHash, randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { StoredFile } from "../../database/applications/write-parts"

/** A file as it came. */
export interface UploadedFile {
  name: string
  content: Buffer
}

/** What the content of a file really is. */
export interface FileType {
  mime_type: string
  extension: string
}

/** A file's name is shown and offered for saving; longer ones are cut. */
const NAME_MAX = 200

/** Stores a file with the File module, out of public reach, under a name that begins with what it belongs to. */
export async function storePrivateFile(
  container: MedusaContainer,
  { name, content, type, of }: UploadedFile & { type: FileType; of: string }
): Promise<StoredFile> {
  const { id: file_id } = await container.resolve(Modules.FILE).createFiles({
    filename: `${of}-${randomUUID()}.${type.extension}`,
    mimeType: type.mime_type,
    content: content.toString("base64"),
    access: "private",
  })
  const sha256 = createHash("sha256").update(content).digest("hex")
  return { file_id, name: shownName(name, type), mime_type: type.mime_type, bytes: content.length, sha256 }
}

/** The name without folders and control characters. */
export function shownName(name: string, type?: FileType): string {
  const shown = (name.split(/[\\/]/).at(-1) ?? "").replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "").trim()
  return shown.slice(-NAME_MAX) || `file.${type?.extension ?? "bin"}`
}
