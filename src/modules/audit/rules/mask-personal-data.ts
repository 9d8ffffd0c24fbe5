const EMAIL = /[^\s@<>"',;]+@([^\s@<>"',;]+\.[^\s@<>"',;]+)/g
const PHONE_KEY = /phone|mobile|fax/i
const NAME_KEPT = 1
const DIGITS_KEPT = 2

/** An e-mail address keeps its first letter and its host: "a•••@dealer.test". Whatever else the text says stays. */
export function maskEmails(text: string): string {
  return text.replace(EMAIL, (address: string, host: string) => `${address.slice(0, NAME_KEPT)}•••@${host}`)
}

/** A phone keeps its last two digits, so that two of them can be told apart on the phone. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "").length
  let seen = 0
  return phone.replace(/\d/g, (digit) => (++seen > Math.max(digits - DIGITS_KEPT, 1) ? digit : "•"))
}

/** A copy of a value in which e-mail addresses, wherever they stand, and phones, under a key that names one, are masked. */
export function maskPersonalData(value: unknown, key = ""): unknown {
  if (typeof value === "string") {
    return PHONE_KEY.test(key) ? maskPhone(value) : maskEmails(value)
  }
  if (Array.isArray(value)) {
    return value.map((item) => maskPersonalData(item, key))
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, maskPersonalData(item, name)]))
  }
  return typeof value === "number" && PHONE_KEY.test(key) ? maskPhone(String(value)) : value
}
