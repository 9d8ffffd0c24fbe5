/** One of the things by which entries are compared, as a cursor keeps it. */
export interface PlaceStep {
  type: "bool" | "int" | "numeric" | "text"
  is_nullable?: true
}

/** Behind which entry a page begins, by what it was compared by: it holds also when the entry has gone, or is called otherwise, since. */
export interface CatalogPlace {
  /** Of what was asked for, in which order: a place among other goods says nothing. */
  digest: string
  /** The text that was searched for instead of the typed one; null = that itself. */
  corrected_to: string | null
  /** Texts of the steps, as PostgreSQL writes them. */
  values: (string | null)[]
}

/** What a cursor says of the first page. */
export const FIRST_PAGE = "start"

export const writeCatalogCursor = ({ digest, corrected_to, values }: CatalogPlace): string =>
  Buffer.from(JSON.stringify([digest, corrected_to, ...values])).toString("base64url")

/** Null for a text that is no cursor. */
export function readCatalogCursor(cursor: string): CatalogPlace | null {
  const [digest, corrected_to, ...values] = listIn(Buffer.from(cursor, "base64url").toString())
  return typeof digest === "string" && isValue(corrected_to) && values.every(isValue) ? { digest, corrected_to, values } : null
}

/** PostgreSQL has no place for a NUL character. */
const isValue = (value: unknown): value is string | null => value === null || (typeof value === "string" && !value.includes("\0"))

function listIn(text: string): unknown[] {
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}

const WRITTEN: Record<PlaceStep["type"], RegExp> = {
  bool: /^(true|false)$/,
  int: /^-?\d{1,9}$/,
  numeric: /^-?\d{1,20}([.]\d{1,20})?$/,
  text: /^/,
}

/** Whether the values are those of these steps: a cursor comes from outside, and PostgreSQL would fail on what is none of its type. */
export const isPlaceOf = (values: readonly (string | null)[], steps: readonly PlaceStep[]): boolean =>
  values.length === steps.length &&
  steps.every(({ type, is_nullable }, index) => {
    const value = values[index] ?? null
    return value === null ? is_nullable === true : WRITTEN[type].test(value)
  })
