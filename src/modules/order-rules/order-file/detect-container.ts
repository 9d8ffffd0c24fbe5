export type Container = "zip" | "ole2" | "text" | "unknown"

const ZIP = Buffer.from("PK\u0003\u0004", "latin1")
const OLE2 = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])]
const MARKUP = /^\s*(?:<|%PDF|\{\\rtf)/

/** Bytes looked at when telling text from binary data. */
const PROBE_BYTES = 64 * 1024

/**
 * Tells by its first bytes what an upload is: the name and the browser's media type are not to be trusted. Markup (an HTML table saved
 * as .xls, a PDF) is unknown rather than text, so that nobody's tags are taken for articles.
 */
export function detectContainer(buffer: Buffer): Container {
  if (startsWith(buffer, ZIP)) return "zip"
  if (startsWith(buffer, OLE2)) return "ole2"
  if (UTF16_MARKS.some((mark) => startsWith(buffer, mark))) return "text"
  const probe = buffer.subarray(0, PROBE_BYTES)
  return probe.includes(0) ||
    MARKUP.test(
      probe
        .subarray(0, 256)
        .toString("utf8")
        .replace(/^\ufeff/, "")
    )
    ? "unknown"
    : "text"
}

function startsWith(buffer: Buffer, signature: Buffer): boolean {
  return buffer.subarray(0, signature.length).equals(signature)
}
