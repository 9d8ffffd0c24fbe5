/**
 * Whether the text is a valid Russian registration number: ОГРН of a company, 13 digits, or ОГРНИП of a sole trader, 15 digits. The last
 * digit is the last one of the remainder that the others leave when divided by 11 or by 13. Source: order of the Ministry of Finance of
 * 30.10.2017 № 165н, annex, on how a registration number is formed.
 */
export function isValidOgrn(ogrn: string): boolean {
  if (/^[1-9]\d{12}$/.test(ogrn)) {
    return lastDigitOfRemainder(ogrn.slice(0, 12), 11n) === ogrn[12]
  }
  if (/^[1-9]\d{14}$/.test(ogrn)) {
    return lastDigitOfRemainder(ogrn.slice(0, 14), 13n) === ogrn[14]
  }
  return false
}

function lastDigitOfRemainder(digits: string, divisor: bigint): string {
  return String((BigInt(digits) % divisor) % 10n)
}
