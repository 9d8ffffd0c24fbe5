import { ErpPackageError } from "@kontor/framework"

/** Bytes in which the XML declaration must name its encoding. */
export const SNIFFED_BYTES = 200

/** Names of encodings met in 1C packages → labels of `TextDecoder`. */
const LABELS = new Map([
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  ["windows-1251", "windows-1251"],
  ["cp1251", "windows-1251"],
  ["cp-1251", "windows-1251"],
  ["win-1251", "windows-1251"],
  ["utf-16", "utf-16le"],
  ["utf-16le", "utf-16le"],
  ["utf-16be", "utf-16be"],
])

/**
 * Label of the encoding of a package by its first bytes: a byte order mark wins over the declaration, no declaration
 * means UTF-8. Throws "encoding_unknown" for a declared encoding that no 1C writes.
 */
export function detectEncoding(head: Uint8Array): string {
  const byMark = encodingByMark(head)
  if (byMark) {
    return byMark
  }
  const declaration = Buffer.from(head.subarray(0, SNIFFED_BYTES)).toString("latin1")
  const [, declared] = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration) ?? []
  if (declared === undefined) {
    return "utf-8"
  }
  const label = LABELS.get(declared.trim().toLowerCase())
  // Wide characters would not let the declaration be read byte by byte, so it cannot be UTF-16 here.
  if (label === undefined || label.startsWith("utf-16")) {
    throw new ErpPackageError(
      "encoding_unknown",
      `The package declares the encoding "${declared}"; UTF-8, UTF-16 and windows-1251 are read`
    )
  }
  return label
}

function encodingByMark(head: Uint8Array): string | null {
  const [first, second, third, fourth] = head
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return "utf-8"
  }
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0 && third === 0x3f && fourth === 0)) {
    return "utf-16le"
  }
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c && third === 0 && fourth === 0x3f) ? "utf-16be" : null
}

/** Turns pieces of a file into text. NUL is dropped, since no XML and no PostgreSQL text may hold it. */
export interface PackageDecoder {
  /** Throws "encoding_invalid" when the bytes are not of the encoding. */
  decode(chunk: Uint8Array): string
  /** Call once at the end of the file. Throws "xml_cut" when it ends in the middle of a character. */
  end(): string
}

/** Decoder for the encoding that the first bytes tell; `head` is not consumed. */
export function createDecoder(head: Uint8Array): PackageDecoder {
  const label = detectEncoding(head)
  const decoder = new TextDecoder(label, { fatal: true })
  return {
    decode(chunk) {
      return withoutNul(decodeOrThrow(decoder, chunk, "encoding_invalid", `The package is not valid ${label}`))
    },
    end() {
      return withoutNul(decodeOrThrow(decoder, null, "xml_cut", "The package ends in the middle of a character"))
    },
  }
}

function decodeOrThrow(decoder: TextDecoder, chunk: Uint8Array | null, code: string, message: string): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) {
      throw new ErpPackageError(code, message)
    }
    throw error
  }
}

function withoutNul(text: string): string {
  return text.includes("\0") ? text.replaceAll("\0", "") : text
}
