import { ErpPackageError } from "@kontor/framework"

/** Bytes in which the XML declaration must name its encoding. */
export const SNIFFED_BYTES = 200

/**
 * Names of encodings that 1C declares → labels of `TextDecoder`. UTF-16 is not among them: a declaration that can be read
 * byte by byte is not written in it.
 */
const LABELS = new Map([
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  ["windows-1251", "windows-1251"],
  ["cp1251", "windows-1251"],
  ["cp-1251", "windows-1251"],
  ["win-1251", "windows-1251"],
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
  if (label === undefined) {
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
    throw isInvalidData(error) ? new ErpPackageError(code, message) : error
  }
}

/** Told by its code, which unlike its class is the same in every realm. */
function isInvalidData(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA"
}

function withoutNul(text: string): string {
  return text.includes("\0") ? text.replaceAll("\0", "") : text
}
