/**
 * Whether the text has the form of a Russian БИК: 9 digits, of which the first two name the kind of participant (04 for banks, 00–03 for
 * the treasury and clearing). It has no control digit. Source: Bank of Russia, regulation № 732-П, annex on the structure of a БИК.
 */
export function isValidBic(bic: string): boolean {
  return /^0[0-4]\d{7}$/.test(bic)
}
