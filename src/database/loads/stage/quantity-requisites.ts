/** Decimal that PostgreSQL's numeric(18,6) can hold and a quantity may be. */
const QUANTITY = /^\d{1,9}([.,]\d{1,6})?$/

/**
 * The quantity named by the first of the requisites that the product has. 1C writes it with a comma or a dot. Undefined when there is
 * none; `invalid` carries a text that is no positive quantity.
 */
export function quantityRequisite(
  requisites: Record<string, string> | undefined,
  names: string[]
): { value: string } | { invalid: string } | undefined {
  const name = names.find((candidate) => requisites?.[candidate]?.trim())
  const text = name ? requisites?.[name]?.trim().replace(/[\s\u00a0]/g, "") : undefined
  if (!text) {
    return undefined
  }
  return QUANTITY.test(text) && /[1-9]/.test(text) ? { value: text.replace(",", ".") } : { invalid: text }
}
