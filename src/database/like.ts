/** Text that stands for itself in a pattern of LIKE. */
export function literal(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&")
}

/** Pattern of LIKE for any text that contains this one. */
export function containing(text: string): string {
  return `%${literal(text)}%`
}
