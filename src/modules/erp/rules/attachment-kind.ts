export type AttachmentKind = "image" | "document"

/** What lies here belongs to documents, whatever it is: a certificate that was scanned is an image too. */
const DOCUMENT_FOLDER = "document_files"
const DOCUMENT_EXTENSIONS = ["pdf", "docx", "xlsx"]

/** Whether a file beside the packages is an image of a product or that of a document, by the path under which packages refer to it. */
export function attachmentKind(path: string): AttachmentKind {
  const extension = path.split(".").at(-1)?.toLowerCase() ?? ""
  return path.startsWith(`${DOCUMENT_FOLDER}/`) || DOCUMENT_EXTENSIONS.includes(extension) ? "document" : "image"
}
