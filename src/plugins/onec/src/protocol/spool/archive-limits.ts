import { failure } from "../wire/failure"

export interface ArchiveLimits {
  max_archive_entries: number
  max_archive_ratio: number
  max_unpacked_bytes: number
  max_file_bytes: number
}

/** What an archive says of one of its files, before anything is unpacked. */
export interface ArchiveEntry {
  name: string
  packed_bytes: number
  bytes: number
}

/** Small files compress by any ratio without doing harm. */
const RATIO_COUNTS_FROM_BYTES = 1024 * 1024

/** Refuses an archive by its table of contents. Throws `archive_too_many_files`, `archive_suspicious`, `archive_too_large` or `file_too_large`. */
export function checkArchive(entries: ArchiveEntry[], limits: ArchiveLimits): void {
  if (entries.length > limits.max_archive_entries) {
    throw failure("archive_too_many_files", `> ${limits.max_archive_entries}`)
  }
  for (const entry of entries) {
    if (entry.bytes > limits.max_file_bytes) {
      throw failure("file_too_large", `${entry.name}, ${entry.bytes} > ${limits.max_file_bytes} B`)
    }
    if (entry.bytes > RATIO_COUNTS_FROM_BYTES && entry.bytes > entry.packed_bytes * limits.max_archive_ratio) {
      throw failure("archive_suspicious", `${entry.name}, ${entry.packed_bytes} → ${entry.bytes} B`)
    }
  }
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  if (total > limits.max_unpacked_bytes) {
    throw failure("archive_too_large", `${total} > ${limits.max_unpacked_bytes} B`)
  }
}
