/** A date stays on one line, however narrow its column. */
const unbroken = (text: string) => text.replace(/ /g, "\u00a0")

/** Dates and numbers in the language of the admin; a missing value is a dash. Between day and time a line may break. */
export function formatDateTime(value: string | null | undefined, language: string): string {
  if (!value) {
    return "–"
  }
  const text = unbroken(new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" }).format(new Date(value)))
  return text.replace(/,\u00a0(?=[^,]*$)/, ", ")
}

export function formatDate(value: string | null | undefined, language: string): string {
  return value ? unbroken(new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(new Date(value))) : "–"
}

export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value)
}

/** A rate or a quantity with all its digits, as the language writes it. The text is exact; only what is shown passes through a number. */
export function formatDecimal(value: string, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 10 }).format(Number(value))
}

/** As many as an amount may have: a price of one base unit is told finer than money is counted. */
const AMOUNT_DIGITS = 6

/**
 * An amount in its currency, as the language writes it: with the digits of the currency, and with those beyond that it has. The text is exact;
 * only what is shown passes through a number.
 */
export function formatMoney(amount: string, currencyCode: string, language: string): string {
  const money = { style: "currency", currency: currencyCode.toUpperCase() } as const
  return new Intl.NumberFormat(language, { ...money, maximumFractionDigits: AMOUNT_DIGITS }).format(Number(amount))
}

/** What moved by so many percent: "+27.66", "−3". */
export function formatPercent(percent: string, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2, signDisplay: "exceptZero" }).format(Number(percent))
}

/** "240 ms", "3.1 s", "2 min 5 s". */
export function formatDuration(ms: number | null, language: string): string {
  if (ms === null) {
    return "–"
  }
  if (ms < 1000) {
    return new Intl.NumberFormat(language, { style: "unit", unit: "millisecond" }).format(ms)
  }
  if (ms < 60_000) {
    return new Intl.NumberFormat(language, { style: "unit", unit: "second", maximumFractionDigits: 1 }).format(ms / 1000)
  }
  const minutes = new Intl.NumberFormat(language, { style: "unit", unit: "minute" }).format(Math.floor(ms / 60_000))
  const seconds = new Intl.NumberFormat(language, { style: "unit", unit: "second" }).format(Math.round((ms % 60_000) / 1000))
  return `${minutes} ${seconds}`
}

const BYTE_UNITS = [
  { unit: "megabyte", bytes: 1_000_000 },
  { unit: "kilobyte", bytes: 1_000 },
]

/** The size of a file: "96 byte", "340 kB", "2.1 MB". */
export function formatBytes(size: number, language: string): string {
  const { unit, bytes } = BYTE_UNITS.find((each) => size >= each.bytes) ?? { unit: "byte", bytes: 1 }
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: 1 }).format(size / bytes)
}
