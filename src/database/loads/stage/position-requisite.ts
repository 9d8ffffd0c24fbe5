/** A sort number as people number goods in an ERP: whole, and within what an integer column holds. */
const POSITION = /^\d{1,9}$/

/**
 * The sort number named by the first of the requisites that the product has. Undefined when there is none; `invalid` carries a text that is no
 * whole number.
 */
export function positionRequisite(
  requisites: Record<string, string> | undefined,
  names: string[]
): { value: number } | { invalid: string } | undefined {
  const name = names.find((candidate) => requisites?.[candidate]?.trim())
  const text = name ? requisites?.[name]?.replace(/[\s\u00a0]/g, "") : undefined
  if (!text) {
    return undefined
  }
  return POSITION.test(text) ? { value: Number(text) } : { invalid: text }
}
