import type { PriceListLocale } from "./price-list"

/** Between thousands: a space that does not break. */
const GROUP = "\u00a0"
const SIGN = { ru: ",", en: "." } as const

/** A decimal as people read it, with all its digits: "1234.50" is "1 234,50" in Russian. */
export function formatDecimal(text: string, locale: PriceListLocale): string {
  const [whole = "", fraction] = text.split(".")
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, GROUP)
  return fraction === undefined ? grouped : grouped + SIGN[locale] + fraction
}
