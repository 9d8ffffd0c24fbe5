/** The place of an entry in the log: the page after it begins there, whatever is added meanwhile. */
export interface LogPlace {
  at: string
  id: string
}

const AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/

export function writeCursor({ at, id }: LogPlace): string {
  return Buffer.from(`${at} ${id}`).toString("base64url")
}

/** Null for a text that is no cursor. */
export function readCursor(cursor: string): LogPlace | null {
  const [at = "", id = "", ...rest] = Buffer.from(cursor, "base64url").toString().split(" ")
  return AT.test(at) && !Number.isNaN(Date.parse(at)) && id && rest.length === 0 ? { at, id } : null
}
