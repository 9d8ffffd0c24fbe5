import { kopecksToText, shareOfPrice } from "./money"
import { at, guid, hash, PURPOSE } from "./random"
import type { Supplier } from "./supplier"
import { REGIONS } from "./vocabulary/words"

/** Prices of one contract as the prices package has them. */
export interface ContractPrices {
  external_id: string
  is_full: boolean
  prices: { offer_external_id: string; amount: string; from_quantity: string; document: string }[]
}

/** An adjustment as the prices package has it. */
export interface Adjustment {
  external_id: string
  name: string
  scope: { kind: string; external_id?: string }
  target: object
  change: "percent" | "fixed"
  value: string
  currency_code?: string
  from_quantity?: string
  is_stacking?: boolean
  document: string
}

/** Every third contract has prices of its own, of twenty products. */
const EVERY = 3
const PRICES_OF_CONTRACT = 20

/** Prices of contracts: about half of retail, every other one from ten on. */
export function contractPrices(supplier: Supplier): ContractPrices[] {
  const { products } = supplier.config
  const contracts = supplier.partners().contracts.filter((_, index) => index % EVERY === 0)
  return contracts.map(({ external_id, number }, index) => ({
    external_id,
    is_full: true,
    prices: Array.from({ length: Math.min(PRICES_OF_CONTRACT, products) }, (_, place) => {
      const offer = at(supplier.product((index * 101 + place) % products).offers, 0)
      const isBulk = place % 2 === 1
      return {
        offer_external_id: offer.id,
        amount: kopecksToText(shareOfPrice(offer.retail, isBulk ? 5_200 : 5_500)),
        from_quantity: isBulk ? "10" : "0",
        document: `Спецификация к договору ${number}`,
      }
    }),
  }))
}

/** Discounts and markups: for everyone by quantity, for a region, for a category of clients by group, for one client besides the others. */
export function adjustments(supplier: Supplier): Adjustment[] {
  const { clientCategories, legalEntities } = supplier.partners()
  const id = (place: number): string => guid(supplier.config.seed, PURPOSE.adjustment, place)
  const group = at(supplier.assortment.groups, 0)
  const rows: Adjustment[] = [
    { external_id: id(0), name: "Скидка от 50 штук", scope: { kind: "everyone" }, target: {}, change: "percent", value: "-3", from_quantity: "50", document: "Приказ 1" },
    { external_id: id(1), name: "Доставка в регион", scope: { kind: "region", external_id: at(REGIONS, 1) }, target: {}, change: "percent", value: "2", document: "Приказ 2" },
  ] // prettier-ignore
  const [category] = clientCategories
  if (category) {
    const scope = { kind: "client_category", external_id: category.external_id }
    rows.push({ external_id: id(2), name: `${category.name}: ${group.name}`, scope, target: { group_external_id: group.id }, change: "percent", value: "-5", document: "Приказ 3" }) // prettier-ignore
  }
  const [entity] = legalEntities
  if (entity) {
    const scope = { kind: "legal_entity", external_id: entity.external_id }
    rows.push({ external_id: id(3), name: "Бонус", scope, target: {}, change: "fixed", value: "-0.5", currency_code: "rub", is_stacking: true, document: "Приказ 4" }) // prettier-ignore
  }
  return rows
}

/** A rate of a bank day as the prices package has it. */
export interface Rate {
  currency_code: string
  in_currency: string
  on_date: string
  rate: string
  nominal: string
}

/** What the bank tells a price of, with about how many ten-thousandths of a rouble that is. */
const TOLD = [
  { currency_code: "usd", nominal: "1", about: 925_000 },
  { currency_code: "eur", nominal: "1", about: 1_003_000 },
  { currency_code: "kzt", nominal: "100", about: 194_000 },
]
const BANK_DAYS = 3
const DAY_MS = 86_400_000

/** Rates of the last days up to that of the package; each moves by up to one percent. */
export function currencyRates(supplier: Supplier): Rate[] {
  const { seed, asOf } = supplier.config
  const last = Date.parse(`${asOf.slice(0, 10)}T00:00:00Z`)
  return Array.from({ length: BANK_DAYS }, (_, back) => new Date(last - back * DAY_MS)).flatMap((day) =>
    TOLD.map(({ currency_code, nominal, about }, place) => {
      const moved = about + Math.trunc((about * ((hash(seed, PURPOSE.currencyRate, place, day.getTime() / DAY_MS) % 201) - 100)) / 10_000)
      const rate = `${Math.trunc(moved / 10_000)}.${String(moved % 10_000).padStart(4, "0")}`
      return { currency_code, in_currency: "rub", on_date: day.toISOString().slice(0, 10), rate, nominal }
    })
  )
}

/** A threshold as the prices package has it. */
export interface PriceThreshold {
  external_id: string
  scope: { kind: string; external_id?: string }
  basis: "total" | "quantity"
  from_amount: string
  currency_code?: string
  price_type_external_id: string
  document: string
}

/** The cheapest price type for a large cart of everyone and for a box of one product, earlier for the first category of clients. */
export function thresholds(supplier: Supplier): PriceThreshold[] {
  const type = supplier.priceTypes.at(-1)
  const { clientCategories } = supplier.partners()
  const id = (place: number): string => guid(supplier.config.seed, PURPOSE.threshold, place)
  if (!type) {
    return []
  }
  const { id: price_type_external_id } = type
  const rows: PriceThreshold[] = [
    { external_id: id(0), scope: { kind: "everyone" }, basis: "total", from_amount: "500000", currency_code: "rub", price_type_external_id, document: "Приказ 5" },
    { external_id: id(1), scope: { kind: "everyone" }, basis: "quantity", from_amount: "100", price_type_external_id, document: "Приказ 5" },
  ] // prettier-ignore
  const [category] = clientCategories
  if (category) {
    const scope = { kind: "client_category", external_id: category.external_id }
    rows.push({ external_id: id(2), scope, basis: "total", from_amount: "200000", currency_code: "rub", price_type_external_id, document: "Приказ 6" }) // prettier-ignore
  }
  return rows
}
