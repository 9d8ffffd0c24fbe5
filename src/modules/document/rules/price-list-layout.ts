import { MathBN } from "@medusajs/framework/utils"
import { formatDecimal } from "./format-decimal"
import type { PricedEntry, PriceListCell, PriceListColumn, PriceListFormat, PriceListLocale } from "./price-list"
import { LOCALES } from "./price-list-head"

interface Context {
  locale: PriceListLocale
  /** Upper case, as prices are headed. */
  currency: string
  /** Warehouses that the contract draws from, by name. */
  warehouses: { id: string; name: string }[]
  /** Whether anything of the list is to come. */
  has_supplies: boolean
}

interface Field extends PriceListColumn {
  value: (entry: PricedEntry, category: string) => PriceListCell
}

const TEXTS = {
  ru: {
    article: "Артикул",
    title: "Наименование",
    category: "Категория",
    unit: "Ед. изм.",
    multiplicity: "Кратность",
    minimum: "Мин. заказ",
    retail: "Розничная цена",
    price: "Цена",
    next: "Цена от количества",
    from: "от",
    stock: "Остаток",
    arrival: "Ближайшее поступление",
    arriving: "Свободно в поступлении",
    order: "Заказ",
  },
  en: {
    article: "Article",
    title: "Name",
    category: "Category",
    unit: "Unit",
    multiplicity: "Pack of",
    minimum: "Min. order",
    retail: "Retail price",
    price: "Price",
    next: "Price by quantity",
    from: "from",
    stock: "Stock",
    arrival: "Next arrival",
    arriving: "Free of next arrival",
    order: "Order",
  },
} as const

/**
 * Columns of a price list. A spreadsheet is an order form too: the reader of order files knows "Артикул", "Ед. изм." and "Заказ", and passes
 * over all others, so their headers must not look like a quantity (`order-rules/order-file/header-words.ts`). A PDF has the width of a page. What is to
 * come has columns where something is.
 */
export function priceListFields(format: PriceListFormat, context: Context): Field[] {
  const { locale, currency, warehouses, has_supplies } = context
  const t = TEXTS[locale]
  const price = decimals(`${t.price}, ${currency}`, 12, (entry) => entry.price)
  const retail = decimals(`${t.retail}, ${currency}`, 12, (entry) => entry.retail_price)
  const stock = decimals(t.stock, 10, (entry) => MathBN.sum(0, ...entry.stock.map((level) => level.available)).toFixed())
  const article: Field = { header: t.article, width: 14, align: "left", value: ({ article, sku }) => article ?? sku }
  const title: Field = { header: t.title, width: 52, align: "left", value: nameOf }
  const unit: Field = { header: t.unit, width: 8, align: "left", value: (entry) => entry.units.find((unit) => unit.is_base)?.name ?? null }
  const next: Field = { header: t.next, width: 16, align: "right", value: ({ next_price: step }) => step && nextOf(step, locale) }
  const days = new Intl.DateTimeFormat(LOCALES[locale], { timeZone: "UTC" })
  const arrival: Field = {
    ...{ header: t.arrival, width: 14, align: "right" },
    value: ({ next_supplies: [next] }) => (next ? days.format(new Date(`${next.expected_on}T00:00:00Z`)) : null),
  }
  const arriving = decimals(t.arriving, 10, ({ next_supplies: [next] }) => next?.free ?? null)
  const supplies = has_supplies ? [arrival, arriving] : []
  if (format === "pdf") {
    return [article, title, unit, stock, ...supplies, retail, price, next].map((field) => readable(field, locale))
  }
  return [
    { ...article, value: orderableArticle },
    title,
    { header: t.category, width: 36, align: "left", value: (_, category) => category || null },
    unit,
    decimals(t.multiplicity, 10, (entry) => entry.multiplicity),
    decimals(t.minimum, 10, (entry) => entry.minimum),
    retail,
    price,
    next,
    stock,
    ...(warehouses.length > 1 ? warehouses.map((warehouse) => stockOf(warehouse, t.stock)) : []),
    ...supplies,
    { header: t.order, width: 10, align: "right", value: () => null },
  ]
}

/** The longest that the reader of order files takes for an article. */
const ARTICLE_MAX = 100

/** The article by which an order form finds the entry: characteristics of one product share it in 1C, and are told apart by their name behind it (`catalog/rules/split-characteristic.ts`). */
function orderableArticle({ article, sku, title, variant_title }: PricedEntry): string | null {
  const named = article !== null && variant_title && variant_title !== title ? `${article}, ${variant_title}` : null
  return named !== null && named.length <= ARTICLE_MAX ? named : (article ?? sku)
}

const nameOf = ({ title, variant_title }: PricedEntry): string =>
  variant_title && variant_title !== title ? `${title}, ${variant_title}` : title

const nextOf = (step: { from_quantity: string; price: string }, locale: PriceListLocale): string =>
  `${formatDecimal(step.price, locale)} ${TEXTS[locale].from} ${formatDecimal(step.from_quantity, locale)}`

const decimals = (header: string, width: number, amount: (entry: PricedEntry) => string | null): Field => ({
  header,
  width,
  align: "right",
  value: (entry) => {
    const decimal = amount(entry)
    return decimal === null ? null : { decimal }
  },
})

const stockOf = ({ id, name }: { id: string; name: string }, word: string): Field =>
  decimals(`${word}: ${name}`, 10, (entry) => entry.stock.find((level) => level.location_id === id)?.available ?? "0")

/** A page reckons with nothing: its decimals are text. */
const readable = (field: Field, locale: PriceListLocale): Field => ({
  ...field,
  value: (entry, category) => {
    const cell = field.value(entry, category)
    return cell !== null && typeof cell === "object" ? formatDecimal(cell.decimal, locale) : cell
  },
})
