import type { Encoding } from "./packet"

/** Characters gathered before they are turned into bytes: few enough to keep memory flat, enough to make encoding cheap. */
const CHUNK_CHARACTERS = 128 * 1024

/** Code unit → byte of windows-1251, made by asking the decoder what each byte means; zero for characters that it lacks. */
function windows1251Table(): Uint8Array {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const units = new Uint8Array(0x1_0000)
  Array.from(new TextDecoder("windows-1251").decode(bytes)).forEach((character, byte) => {
    units[character.charCodeAt(0)] = byte
  })
  return units
}

let table: Uint8Array | undefined

/** Characters that windows-1251 lacks become character references, which XML allows in text and attribute values. */
function encodeWindows1251(text: string): Buffer {
  table ??= windows1251Table()
  const bytes = Buffer.allocUnsafe(text.length)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const byte = table[unit] ?? 0
    if (byte === 0 && unit !== 0) {
      const known = table
      return encodeWindows1251(
        text.replace(/[^\0-\x7f]/gu, (each) => (known[each.codePointAt(0) ?? 0] ? each : `&#${each.codePointAt(0)};`))
      )
    }
    bytes[i] = byte
  }
  return bytes
}

/** Turns fragments of text into buffers of some hundred kilobytes. */
export function* encodeFragments(fragments: Iterable<string>, encoding: Encoding): Generator<Buffer> {
  const encode = encoding === "utf-8" ? (text: string): Buffer => Buffer.from(text, "utf8") : encodeWindows1251
  let gathered = ""
  for (const fragment of fragments) {
    gathered += fragment
    if (gathered.length >= CHUNK_CHARACTERS) {
      yield encode(gathered)
      gathered = ""
    }
  }
  if (gathered.length > 0) {
    yield encode(gathered)
  }
}

/** Regroups buffers into pieces of exactly `size` bytes; only the last may be shorter. Gives nothing for no bytes. */
export function* cutIntoPieces(chunks: Iterable<Buffer>, size: number): Generator<Buffer[]> {
  let piece: Buffer[] = []
  let room = size
  for (const chunk of chunks) {
    let rest = chunk
    while (rest.length >= room) {
      piece.push(rest.subarray(0, room))
      yield piece
      rest = rest.subarray(room)
      piece = []
      room = size
    }
    if (rest.length > 0) {
      piece.push(rest)
      room -= rest.length
    }
  }
  if (piece.length > 0) {
    yield piece
  }
}
