const WEIGHTS_OF_10TH = [2, 4, 10, 3, 5, 9, 4, 6, 8]
const WEIGHTS_OF_11TH = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
const WEIGHTS_OF_12TH = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]

/**
 * Whether the text is a valid Russian taxpayer number (ИНН): 10 digits of a company with one control digit, or 12 of a sole trader with
 * two. Source: order of the Federal Tax Service of 29.06.2012 № ММВ-7-6/435@, annex on the structure of the number.
 */
export function isValidInn(inn: string): boolean {
  if (/^\d{10}$/.test(inn)) {
    return controlDigit(inn, WEIGHTS_OF_10TH) === inn[9]
  }
  if (/^\d{12}$/.test(inn)) {
    return controlDigit(inn, WEIGHTS_OF_11TH) === inn[10] && controlDigit(inn, WEIGHTS_OF_12TH) === inn[11]
  }
  return false
}

function controlDigit(digits: string, weights: number[]): string {
  const sum = weights.reduce((total, weight, position) => total + weight * Number(digits[position]), 0)
  return String((sum % 11) % 10)
}
