/**
 * Whether the text is a valid ОКПО: 8 digits of a company or 10 of a sole trader, the last one a control digit. The others are weighed
 * 1, 2, 3 … (over 10 starting again from 1) and the remainder by 11 is the digit; where it is 10 the weights begin with 3, and a second 10
 * counts as 0. Source: rules of classification ПР 50.1.024-2005, annex on control numbers.
 */
export function isValidOkpo(okpo: string): boolean {
  return /^(\d{8}|\d{10})$/.test(okpo) && controlDigit(okpo.slice(0, -1)) === okpo.slice(-1)
}

function controlDigit(digits: string): string {
  const first = remainder(digits, 1)
  return String(first < 10 ? first : remainder(digits, 3) % 10)
}

function remainder(digits: string, firstWeight: number): number {
  const sum = [...digits].reduce((total, digit, position) => total + Number(digit) * (((position + firstWeight - 1) % 10) + 1), 0)
  return sum % 11
}
