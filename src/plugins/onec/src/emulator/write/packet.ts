import type { Supplier } from "../generate/supplier"

export type Encoding = "utf-8" | "windows-1251"

/** How much has been written. Rows are counted while they are written, because a package is never kept whole. */
export interface Tally {
  products: number
  offers: number
  prices: number
  stocks: number
  partners: number
  documents: number
}

export function emptyTally(): Tally {
  return { products: 0, offers: 0, prices: 0, stocks: 0, partners: 0, documents: 0 }
}

/** One file of the exchange. 1C sends each in a session of its own. */
export interface Packet {
  /** The `type` parameter of the requests that carry it. */
  type: "catalog" | "sale"
  filename: string
  encoding: Encoding
  /** The text in small fragments, in order. Adds to `tally` as it goes; can be called again and then gives the same text. */
  write(tally: Tally): Iterable<string>
  /** Files that go before it in the same session, as images do. */
  attachments?(): Iterable<Attachment>
}

/** A file that a package refers to by its path. */
export interface Attachment {
  path: string
  content: Buffer
}

/** What to put into the files of a catalogue package. */
export interface PackageOptions {
  supplier: Supplier
  encoding: Encoding
  /** Only what the present round changed, or everything. */
  onlyChanged: boolean
  /** Products in one file. 1C calls it «размер порции». */
  portion: number
}

/** Cuts positions into portions; there is always at least one, since an empty package is still sent. */
export function portionsOf(indexes: readonly number[], size: number): number[][] {
  const portions: number[][] = []
  for (let from = 0; from === 0 || from < indexes.length; from += size) {
    portions.push(indexes.slice(from, from + size))
  }
  return portions
}
