import { fromBuffer, type Entry, type ZipFile } from "yauzl"
import { encryptedFile, OrderFileRefusal, unreadableFile } from "./refusal"
import type { OrderFileFormat, OrderFileLimits } from "./types"

export interface Part {
  name: string
  content: Buffer
}

export interface Unpacked {
  format: Extract<OrderFileFormat, "xlsx" | "ods">
  parts: Part[]
}

type UnpackLimits = Pick<OrderFileLimits, "max_parts" | "max_unpacked_bytes">

/** Pictures, charts, macros and printer settings carry no cells, so they are not even inflated. */
const IGNORED_PART =
  /^(?:xl\/(?:media|drawings|charts|embeddings|externalLinks|printerSettings|calcChain|vba)|Pictures\/|Thumbnails\/|docProps\/)/i
const NEEDED_PART = /(?:\.(?:xml|rels)|^mimetype)$/i
const ENCRYPTED_ODS = /<manifest:encryption-data\b/

const BIT_ENCRYPTED = 0x1

/**
 * Inflates the parts of an XLSX or ODS container that hold cells. The sizes that the central directory claims are summed before the
 * first byte is inflated, and yauzl stops a part that grows beyond its claim, so neither an honest nor a lying bomb gets through.
 *
 * @throws OrderFileRefusal order_file_too_large, order_file_encrypted or order_file_unreadable
 */
export async function unpack(buffer: Buffer, limits: UnpackLimits): Promise<Unpacked> {
  const zip = await unreadable(openZip(buffer))
  const entries = await unreadable(listEntries(zip, limits))
  if (entries.some((entry) => entry.generalPurposeBitFlag & BIT_ENCRYPTED)) throw encryptedFile()
  const format = detectFormat(entries.map((entry) => entry.fileName))
  const parts: Part[] = []
  for (const entry of entries) {
    if (!NEEDED_PART.test(entry.fileName) || IGNORED_PART.test(entry.fileName)) continue
    parts.push({ name: entry.fileName, content: await unreadable(inflate(zip, entry)) })
  }
  const manifest = parts.find((part) => part.name === "META-INF/manifest.xml")
  if (manifest && ENCRYPTED_ODS.test(manifest.content.toString("utf8"))) throw encryptedFile()
  return { format, parts }
}

function detectFormat(names: string[]): Unpacked["format"] {
  if (names.some((name) => /^xl\/workbook\w*\.xml$/i.test(name))) return "xlsx"
  if (names.includes("content.xml") && names.includes("mimetype")) return "ods"
  throw unreadableFile("it is a zip archive, but not an XLSX or ODS spreadsheet")
}

function openZip(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => (error ? reject(error) : resolve(zip)))
  })
}

function listEntries(zip: ZipFile, limits: UnpackLimits): Promise<Entry[]> {
  if (zip.entryCount > limits.max_parts) {
    return Promise.reject(
      new OrderFileRefusal("order_file_too_large", `The file has ${zip.entryCount} parts, more than ${limits.max_parts}`, {
        limit: limits.max_parts,
        count: zip.entryCount,
      })
    )
  }
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    let bytes = 0
    zip.on("error", reject)
    zip.on("end", () => resolve(entries))
    zip.on("entry", (entry: Entry) => {
      bytes += entry.uncompressedSize
      if (bytes > limits.max_unpacked_bytes) return reject(tooLarge(limits.max_unpacked_bytes))
      entries.push(entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function inflate(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("error", reject)
      stream.on("end", () => resolve(Buffer.concat(chunks)))
    })
  })
}

/** Whatever a broken archive makes yauzl or zlib say, the person learns that the file is damaged and how it was noticed. */
async function unreadable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof OrderFileRefusal) throw error
    throw unreadableFile(error instanceof Error ? error.message : String(error))
  }
}

function tooLarge(limit: number): OrderFileRefusal {
  return new OrderFileRefusal("order_file_too_large", `The file unpacks to more than ${limit} bytes`, { limit })
}
