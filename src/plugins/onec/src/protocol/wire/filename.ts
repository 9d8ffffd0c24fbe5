import { failure } from "./failure"

/** package: read by the adapter; attachment: an image or the file of a document; archive: holds the other two. */
export type FileKind = "package" | "attachment" | "archive"

export interface DeliveredName {
  /** Relative path with forward slashes. It is a key, never a path on our disk. */
  name: string
  /** Lower case, without the dot. */
  extension: string
  kind: FileKind
}

const MAX_LENGTH = 200
const MAX_DEPTH = 8

/**
 * What else people hang on goods in 1C. It is taken and then, unless it is an image after all, noted as refused: an exchange must not end
 * for one picture of a kind that no browser shows.
 */
const NEEDLESS = ["bmp", "tif", "tiff", "jpe", "jfif", "ico", "heic", "avif", "doc", "xls", "odt", "ods", "rtf", "txt", "htm", "html"]

const KINDS: Record<string, FileKind> = {
  xml: "package",
  json: "package",
  zip: "archive",
  jpg: "attachment",
  jpeg: "attachment",
  png: "attachment",
  gif: "attachment",
  webp: "attachment",
  pdf: "attachment",
  docx: "attachment",
  xlsx: "attachment",
  ...Object.fromEntries(NEEDLESS.map((extension) => [extension, "attachment"] as const)),
}

const MIME_TYPES: Record<string, string> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

/**
 * Checks a name that 1C gives, in a request or inside an archive. Throws `filename_missing`, `filename_invalid` (absolute, climbing,
 * with control characters, too long or too deep) or `file_type_not_allowed`.
 */
export function parseFilename(raw: string | null): DeliveredName {
  if (raw === null || raw.trim() === "") {
    throw failure("filename_missing")
  }
  const name = raw.trim().replaceAll("\\", "/")
  const segments = name.split("/")
  const climbs = segments.some((segment) => segment === "" || segment === "." || segment === "..")

  if (name.length > MAX_LENGTH || segments.length > MAX_DEPTH || climbs || /[\u0000-\u001f\u007f<>:"|?*]/.test(name)) {
    throw failure("filename_invalid", printable(name))
  }
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ""
  const kind = Object.hasOwn(KINDS, extension) ? KINDS[extension] : undefined
  if (!kind) {
    throw failure("file_type_not_allowed", printable(name))
  }
  return { name, extension, kind }
}

/** MIME type of an attachment by its extension. */
export function mimeTypeOf(extension: string): string {
  return MIME_TYPES[extension] ?? "application/octet-stream"
}

function printable(name: string): string {
  return name.replace(/[\u0000-\u001f\u007f]/g, "·").slice(0, 100)
}
