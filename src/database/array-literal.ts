/** What stands in an array as it is. */
const PLAIN = /^[\w.-]+$/

/**
 * An array as PostgreSQL reads it, for `cast(:values as text[])` and the like. The driver looks at each character of each value, which for some ten
 * thousands of ids takes longer than the statement.
 */
export function arrayLiteral(values: readonly (string | number | boolean)[]): string {
  return `{${values.map(literalOf).join(",")}}`
}

function literalOf(value: string | number | boolean): string {
  if (typeof value !== "string") {
    return String(value)
  }
  return PLAIN.test(value) && !/^null$/i.test(value) ? value : `"${value.replace(/["\\]/g, (found) => `\\${found}`)}"`
}
