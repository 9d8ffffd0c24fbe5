export interface DocumentType {
  mime_type: string
  extension: string
}

const PDF = { mime_type: "application/pdf", extension: "pdf" }
const JPEG = { mime_type: "image/jpeg", extension: "jpg" }
const PNG = { mime_type: "image/png", extension: "png" }
const OFFICE = "application/vnd.openxmlformats-officedocument"
const DOCX = { mime_type: `${OFFICE}.wordprocessingml.document`, extension: "docx" }
const XLSX = { mime_type: `${OFFICE}.spreadsheetml.sheet`, extension: "xlsx" }

/** The type that the content really has; null when it is none of PDF, JPEG, PNG, DOCX and XLSX, whatever its name says. */
export function documentType(content: Buffer): DocumentType | null {
  if (content.toString("latin1", 0, 5) === "%PDF-") {
    return PDF
  }
  if (content.toString("hex", 0, 3) === "ffd8ff") {
    return JPEG
  }
  if (content.toString("hex", 0, 8) === "89504e470d0a1a0a") {
    return PNG
  }
  return officeType(content)
}

/** An office document is a ZIP archive, told apart by its main part; one with macros is none that we take. */
function officeType(content: Buffer): DocumentType | null {
  const names = zipEntryNames(content)
  if (!names.includes("[Content_Types].xml") || names.some((name) => name.toLowerCase().endsWith("vbaproject.bin"))) {
    return null
  }
  if (names.includes("word/document.xml")) {
    return DOCX
  }
  return names.includes("xl/workbook.xml") ? XLSX : null
}

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const END_BYTES = 22
const CENTRAL_BYTES = 46
const COMMENT_MAX = 0xffff
/** A document has tens of parts. */
const ENTRIES_MAX = 5000

/** Names in the central directory of a ZIP archive (PKWARE APPNOTE 4.3.12, 4.3.16); none when it is no whole archive. */
function zipEntryNames(content: Buffer): string[] {
  if (content.length < END_BYTES || content.readUInt32LE(0) !== LOCAL_HEADER) {
    return []
  }
  let end = content.length - END_BYTES
  const lowest = Math.max(0, end - COMMENT_MAX)
  while (end > lowest && content.readUInt32LE(end) !== END_OF_DIRECTORY) {
    end--
  }
  if (content.readUInt32LE(end) !== END_OF_DIRECTORY) {
    return []
  }
  const names: string[] = []
  let at = content.readUInt32LE(end + 16)
  while (names.length < ENTRIES_MAX && at + CENTRAL_BYTES <= end && content.readUInt32LE(at) === CENTRAL_HEADER) {
    const nameBytes = content.readUInt16LE(at + 28)
    names.push(content.toString("utf8", at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes))
    at += CENTRAL_BYTES + nameBytes + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32)
  }
  return names
}
