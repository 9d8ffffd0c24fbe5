/** A full name as Medusa's customer wants it: the first word and the rest. */
export function splitPersonName(name: string): { first_name: string; last_name: string } {
  const [first = "", ...rest] = name.trim().split(/\s+/)
  return { first_name: first, last_name: rest.join(" ") }
}
