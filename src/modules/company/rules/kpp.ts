/**
 * Whether the text has the form of a КПП: 4 digits of the tax office, 2 characters of the reason (digits or Latin capitals), 3 digits of
 * the number in turn. It has no control digit. Source: order of the Federal Tax Service of 29.06.2012 № ММВ-7-6/435@.
 */
export function isValidKpp(kpp: string): boolean {
  return /^\d{4}[\dA-Z]{2}\d{3}$/.test(kpp) && !kpp.startsWith("0000")
}
