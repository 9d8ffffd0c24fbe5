/** Check digits of the numbers that the receiving side may verify. */

const INN_WEIGHTS = [2, 4, 10, 3, 5, 9, 4, 6, 8] as const

/** The tenth digit of a company's ИНН, from its first nine (order of the Federal Tax Service MMV-7-6/435). */
export function innCheckDigit(firstNine: string): string {
  const sum = INN_WEIGHTS.reduce((total, weight, i) => total + weight * Number(firstNine.charAt(i)), 0)
  return String((sum % 11) % 10)
}

/** True for ten digits of which the last is right. */
export function isCompanyInn(inn: string): boolean {
  return /^\d{10}$/.test(inn) && innCheckDigit(inn.slice(0, 9)) === inn.charAt(9)
}

/** The thirteenth digit of an EAN-13, from its first twelve. */
export function eanCheckDigit(firstTwelve: string): string {
  let sum = 0
  for (let i = 0; i < 12; i++) {
    sum += Number(firstTwelve.charAt(i)) * (i % 2 === 0 ? 1 : 3)
  }
  return String((10 - (sum % 10)) % 10)
}

/** True for thirteen digits of which the last is right. */
export function isEan13(code: string): boolean {
  return /^\d{13}$/.test(code) && eanCheckDigit(code.slice(0, 12)) === code.charAt(12)
}
