import type { PriceListColumn, PriceListHead, PriceListLocale } from "./price-list"

interface Terms {
  contract_number: string
  currency_code: string
  entity_name: string
  supplier_name: string | null
  includes_vat: boolean | null
  prices_as_of: Date | null
}

interface Moment {
  /** YYYY-MM-DD: the day whose prices they are. */
  day: string
  time_zone: string
}

const TEXTS = {
  ru: {
    title: "Прайс-лист",
    client: "Клиент",
    contract: "договор",
    supplier: "Поставщик",
    prices: "Цены за базовую единицу, валюта",
    with_vat: "с НДС",
    without_vat: "без НДС",
    on: "на",
    as_of: "по данным на",
    page: "Страница",
  },
  en: {
    title: "Price list",
    client: "Client",
    contract: "contract",
    supplier: "Supplier",
    prices: "Prices of one base unit in",
    with_vat: "including VAT",
    without_vat: "without VAT",
    on: "of",
    as_of: "as known at",
    page: "Page",
  },
} as const

/** As `Intl` writes days. */
export const LOCALES = { ru: "ru-RU", en: "en-GB" } as const

/** What stands above the rows of a price list. */
export function priceListHead(locale: PriceListLocale, terms: Terms, moment: Moment, columns: readonly PriceListColumn[]): PriceListHead {
  const t = TEXTS[locale]
  const day = new Intl.DateTimeFormat(LOCALES[locale], { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${moment.day}T00:00:00Z`))
  const clock = new Intl.DateTimeFormat(LOCALES[locale], { dateStyle: "short", timeStyle: "short", timeZone: moment.time_zone })
  const asOf = terms.prices_as_of && `${t.as_of} ${clock.format(terms.prices_as_of)}`
  const vat = terms.includes_vat === null ? null : terms.includes_vat ? t.with_vat : t.without_vat
  return {
    title: t.title,
    facts: [
      `${t.client}: ${terms.entity_name}, ${t.contract} ${terms.contract_number}`,
      ...(terms.supplier_name ? [`${t.supplier}: ${terms.supplier_name}`] : []),
      [`${t.prices} ${terms.currency_code.toUpperCase()}`, vat, `${t.on} ${day}`, asOf].filter(Boolean).join(", "),
    ],
    columns: columns.map(({ header, width, align }) => ({ header, width, align })),
    page_word: t.page,
  }
}
