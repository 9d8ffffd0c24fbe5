import { isUtf8 } from "node:buffer"

export interface DelimitedText {
  text: string
  delimiter: string
}

const DELIMITERS = [";", "\t", ","]

/** Excel's own first line "sep=;" names the delimiter and is not shown as a row. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i

/** Lines looked at when guessing the delimiter. */
const PROBE_LINES = 50

/** Decodes a text order form and finds its delimiter. */
export function decodeText(buffer: Buffer): DelimitedText {
  const text = decode(buffer)
  const named = SEPARATOR_LINE.exec(text)
  if (named?.[1] !== undefined) return { text: text.slice(named[0].length), delimiter: named[1] }
  return { text, delimiter: guessDelimiter(text) }
}

/** UTF-16 and UTF-8 with their marks, then UTF-8 when every byte fits it, else windows-1251, in which any byte has a meaning. */
function decode(buffer: Buffer): string {
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return new TextDecoder("utf-16le").decode(buffer)
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return new TextDecoder("utf-16be").decode(buffer)
  return new TextDecoder(isUtf8(buffer) ? "utf-8" : "windows-1251").decode(buffer)
}

/**
 * The delimiter that most lines share. Semicolon and tab go before comma, since a comma is also the decimal point of "1,5" in a file
 * whose columns are split by another sign.
 */
function guessDelimiter(text: string): string {
  const lines = text
    .split(/\r\n|\n|\r/, PROBE_LINES)
    .map((line) => line.replace(/"[^"]*"/g, ""))
    .filter((line) => line.trim() !== "")
  const shares = DELIMITERS.map((delimiter) => ({ delimiter, lines: lines.filter((line) => line.includes(delimiter)).length }))
  const most = shares.find((share) => share.lines > lines.length / 2)
  return most?.delimiter ?? shares.reduce((best, share) => (share.lines > best.lines ? share : best)).delimiter
}
