const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" }

export type CopyValue = string | number | boolean | null

/** One line of PostgreSQL's COPY text format: tab between columns, `\N` for null, newline at the end. */
export function copyLine(values: CopyValue[]): string {
  let line = ""
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    line += (index === 0 ? "" : "\t") + (value === null || value === undefined ? "\\N" : copyField(value))
  }
  return line + "\n"
}

function copyField(value: string | number | boolean): string {
  if (typeof value === "string") {
    return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found) : value
  }
  return typeof value === "number" ? String(value) : value ? "t" : "f"
}
