import { isValidBic } from "./bic"

const WEIGHTS = [7, 1, 3]

const FORM = /^\d{20}$/

/** The БИК of banks. Accounts under another, those of the treasury, are judged by their form alone. */
const BANKS = "04"

/** Digits 7 to 9 of the БИК of an office of the Bank of Russia: accounts in it are keyed as correspondent accounts are. */
const OFFICE_NUMBERS = new Set(["000", "001", "002"])

/**
 * Whether the control key (digit 9) of a settlement account fits the bank that the БИК names: the last three digits of the БИК and the
 * account, weighed 7, 1, 3 in turn, add up to a multiple of ten. A currency letter in place of digit 6 is not in use among dealers and is
 * refused. Source: Bank of Russia, 08.09.1997 № 515, order of computing the control key.
 */
export function isValidAccount(account: string, bic: string): boolean {
  if (!bic.startsWith(BANKS)) {
    return isValidBic(bic) && FORM.test(account)
  }
  return isValidBic(bic) && hasControlKey(account, OFFICE_NUMBERS.has(bic.slice(6)) ? officePrefix(bic) : bic.slice(6))
}

/** The same for the correspondent account of a bank, which is kept by an office of the Bank of Russia: "0" and digits 5 and 6 of the БИК. */
export function isValidCorrespondentAccount(account: string, bic: string): boolean {
  return isValidBic(bic) && account.startsWith("301") && hasControlKey(account, officePrefix(bic))
}

const officePrefix = (bic: string) => `0${bic.slice(4, 6)}`

function hasControlKey(account: string, prefix: string): boolean {
  if (!FORM.test(account)) {
    return false
  }
  const sum = [...`${prefix}${account}`].reduce(
    (total, digit, position) => total + ((Number(digit) * (WEIGHTS[position % 3] ?? 0)) % 10),
    0
  )
  return sum % 10 === 0
}
