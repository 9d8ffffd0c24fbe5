import { rm } from "node:fs/promises"
import { crc32 } from "node:zlib"
import type { Entry, ZipFile } from "yauzl"
import { asError, errorCode } from "../errors"
import { ExchangeFailure, failure } from "../wire/failure"
import { type DeliveredName, parseFilename } from "../wire/filename"
import { appendPiece } from "./append-piece"
import { type ArchiveLimits, checkArchive } from "./archive-limits"
import { listEntries, openEntry, openZip } from "./zip-reader"

/** Where a file of an archive shall be written; `id` is its future id. */
export interface Target {
  id: string
  path: string
}

export interface UnpackedFile extends DeliveredName {
  id: string
  bytes: number
}

/** Errors of the disk are ours, not the archive's. */
const DISK_ERRORS = new Set(["ENOSPC", "EDQUOT", "EIO", "EMFILE", "ENFILE", "EACCES", "EROFS"])

/**
 * Unpacks an archive, all of it or nothing. What the archive says of itself is checked before the first byte is written, and the bytes
 * are counted and their checksum taken while they are inflated. Throws an {@link ExchangeFailure} for a broken, encrypted or oversized
 * archive, for one that holds a file we do not take, another archive, or a name that leads outside.
 */
export async function unpackArchive(path: string, limits: ArchiveLimits, target: (name: DeliveredName) => Target): Promise<UnpackedFile[]> {
  const written: string[] = []
  try {
    const zip = await openZip(path)
    try {
      const entries = await listEntries(zip, limits.max_archive_entries)
      // Litter counts: an archive with too many files is not listed to its end, and what is left of the list would be a part of it.
      checkArchive(entries.map(described), limits)
      const named = entries.filter(({ fileName }) => !isLitter(fileName)).map((entry) => ({ entry, name: nameOf(entry) }))
      const files: UnpackedFile[] = []
      for (const { entry, name } of named) {
        const { id, path: destination } = target(name)
        written.push(destination)
        files.push({ ...name, id, bytes: await writeEntry(zip, entry, destination) })
      }
      return files
    } finally {
      zip.close()
    }
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })))
    throw asFailure(error)
  }
}

/** What Windows and macOS leave in folders and so in archives of them. */
function isLitter(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|thumbs\.db$|desktop\.ini$)/i.test(name)
}

function described(entry: Entry) {
  return { name: entry.fileName, packed_bytes: entry.compressedSize, bytes: entry.uncompressedSize }
}

function nameOf(entry: Entry): DeliveredName {
  if (entry.isEncrypted()) {
    throw failure("archive_encrypted", entry.fileName)
  }
  const name = parseFilename(entry.fileName.replace(/^(?:\.\/)+/, ""))
  if (name.kind === "archive") {
    throw failure("file_type_not_allowed", name.name)
  }
  return name
}

async function writeEntry(zip: ZipFile, entry: Entry, path: string): Promise<number> {
  const checksum = { value: 0 }
  const bytes = await appendPiece({
    path,
    base: 0,
    room: entry.uncompressedSize,
    body: inflated(zip, entry, checksum),
    tooLarge: () => failure("archive_broken", `${entry.fileName} > ${entry.uncompressedSize} B`),
  })
  if (checksum.value !== entry.crc32) {
    throw failure("archive_broken", `${entry.fileName}, CRC-32`)
  }
  return bytes
}

/** The stream is opened only when it is read from: an error before that would have no one to hear it, and would end the process. */
async function* inflated(zip: ZipFile, entry: Entry, checksum: { value: number }): AsyncGenerator<Buffer> {
  for await (const chunk of await openEntry(zip, entry)) {
    checksum.value = crc32(chunk, checksum.value)
    yield chunk
  }
}

/** The reader's own errors say what is wrong with the archive; those of the disk pass unchanged. */
function asFailure(error: unknown): unknown {
  if (error instanceof ExchangeFailure || DISK_ERRORS.has(errorCode(error) ?? "")) {
    return error
  }
  const { message } = asError(error)
  return failure(/relative path|absolute path|invalid characters/i.test(message) ? "filename_invalid" : "archive_broken", message)
}
