/** Languages in which a price is explained. */
export const PRICE_LOCALES = ["ru", "en"] as const
export type PriceLocale = (typeof PRICE_LOCALES)[number]

/** For whom a price is told: in which language, money and time zone. */
export interface Telling {
  locale: PriceLocale
  /** ISO 4217 in any case. */
  currency_code: string
  /** IANA name; moments of the ERP are shown in it. */
  time_zone: string
}

/** How amounts, quantities and days are written in one language. */
export interface PriceFormats {
  /** Exact: a step between may have more digits than the currency. In the currency of the telling unless another one is named. */
  money(amount: string, currencyCode?: string): string
  /** A plain number, such as a rate. */
  number(value: string): string
  /** Of the size alone: whether it is more or less is said by a word. */
  percent(value: string): string
  quantity(value: string): string
  /** YYYY-MM-DD */
  day(value: string): string
  /** ISO 8601 */
  moment(value: string): string
}

/** Amounts of adjusted prices have at most six digits of the price and eight of each percentage; what is beyond tells nobody anything. */
const DIGITS_MAX = 12
/** English as it is written where the day stands before the month. */
const TAGS: Record<PriceLocale, string> = { ru: "ru-RU", en: "en-GB" }

/** Intl writes decimal text to its last digit; the types of the compiler's library do not know that yet. */
interface ExactFormat {
  format(value: number | bigint | string): string
}

export function formatsOf({ locale, currency_code, time_zone }: Telling): PriceFormats {
  const tag = TAGS[locale]
  const decimal: ExactFormat = new Intl.NumberFormat(tag, { maximumFractionDigits: DIGITS_MAX })
  const moneyIn = new Map<string, (amount: string) => string>()
  const money = (amount: string, code: string): string => {
    const write = moneyIn.get(code) ?? moneyFormat(tag, code, decimal)
    moneyIn.set(code, write)
    return write(amount)
  }
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" })
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeStyle: "short", timeZone: time_zone })
  return {
    money: (amount, code = currency_code) => money(amount, code.toUpperCase()),
    number: (value) => decimal.format(value),
    percent: (value) => `${decimal.format(value.replace("-", ""))}${locale === "ru" ? "\u00a0" : ""}%`,
    quantity: (value) => decimal.format(value),
    day: (value) => day.format(new Date(value)),
    moment: (value) => moment.format(new Date(value)),
  }
}

function moneyFormat(tag: string, code: string, decimal: ExactFormat): (amount: string) => string {
  if (!/^[A-Z]{3}$/.test(code)) {
    return (amount) => `${decimal.format(amount)} ${code}`
  }
  const options = { currency: code, currencyDisplay: "narrowSymbol", maximumFractionDigits: DIGITS_MAX } as const
  const currency: ExactFormat = new Intl.NumberFormat(tag, { style: "currency", ...options })
  return (amount) => currency.format(amount)
}
