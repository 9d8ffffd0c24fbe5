import type { Readable } from "node:stream"
import { type Entry, open, type ZipFile } from "yauzl"

/** Opens an archive. Rejects when its table of contents cannot be read. */
export function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => (error ? reject(error) : resolve(zip)))
  })
}

/** Reads the table of contents, folders left out; stops after `limit` + 1 files, however many the archive claims to have. */
export function listEntries(zip: ZipFile, limit: number): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on("error", reject)
    zip.on("end", () => resolve(entries))
    zip.on("entry", (entry: Entry) => {
      if (!entry.fileName.endsWith("/")) {
        entries.push(entry)
      }
      if (entries.length > limit) {
        resolve(entries)
      } else {
        zip.readEntry()
      }
    })
    zip.readEntry()
  })
}

/** The unpacked bytes of one file. The stream fails when it holds more or fewer bytes than the table of contents says. */
export function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}
