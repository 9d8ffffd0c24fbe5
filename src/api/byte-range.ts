/** First and last byte, counted from 0. */
export interface ByteRange {
  start: number
  end: number
}

/**
 * The part of a file that a `Range` header asks for (RFC 9110, 14.2). Null = the whole file: there is no header, or one that may be passed over (another
 * unit, several ranges, what is no range). `unsatisfiable` when it begins behind the end.
 */
export function byteRange(header: string | undefined, bytes: number): ByteRange | "unsatisfiable" | null {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? []
  if (first === "" && last === "") {
    return null
  }
  if (first === "") {
    const length = Math.min(Number(last), bytes)
    return length === 0 ? "unsatisfiable" : { start: bytes - length, end: bytes - 1 }
  }
  const start = Number(first)
  if (start >= bytes) {
    return "unsatisfiable"
  }
  const end = last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1)
  return end < start ? null : { start, end }
}
