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

/** The thirteenth digit of a company's ОГРН, from its first twelve (order of the Ministry of Finance 165н). */
export function ogrnCheckDigit(firstTwelve: string): string {
  return String((Number(firstTwelve) % 11) % 10)
}

/** The last digit of a company's ОКПО, from its first seven. */
export function okpoCheckDigit(firstSeven: string): string {
  const remainder = (firstWeight: number): number =>
    [...firstSeven].reduce((total, digit, i) => total + (i + firstWeight) * Number(digit), 0) % 11
  const first = remainder(1)
  return String(first < 10 ? first : remainder(3) % 10)
}

/** An account of twenty digits whose ninth, the key, fits the bank (Bank of Russia, order 515). `prefix` is three digits made of the БИК. */
export function withAccountKey(prefix: string, first8: string, last11: string): string {
  const weights = [7, 1, 3]
  const sum = [...`${prefix}${first8}0${last11}`].reduce((total, digit, i) => total + Number(digit) * (weights[i % 3] ?? 0), 0)
  return `${first8}${(sum * 3) % 10}${last11}`
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
