/** A number as people type it: "1 250,5" is 1250.5. */
export function decimalIn(text: string): string {
  return text.replace(/\s/g, "").replace(",", ".")
}

/** Whether a typed number has no more digits before and after its point than the server takes. */
export function isDecimal(text: string, whole: number, fraction: number): boolean {
  return new RegExp(`^\\d{1,${whole}}(\\.\\d{1,${fraction}})?$`).test(decimalIn(text))
}

/** Whether it is a code of a currency, such as RUB. */
export function isCurrency(text: string): boolean {
  return /^[a-z]{3}$/i.test(text.trim())
}
