import {
  type ErpContractPrice,
  type ErpPrice,
  type ErpPriceAdjustment,
  type ErpPriceType,
  type ErpProduct,
  type ErpRecord,
  today,
} from "@kontor/framework"
import { articleOf } from "../../helpers/create-trade"
import { adjustment, contractPrice, priceList, threshold } from "../../helpers/price-records"

/** A price, or why there is none: n-th product, base units, of one base unit. */
export type Row = [n: number, quantity: number, price: string | null]

/** A small world of rules, with prices that somebody computed by hand from the README of the module. */
export interface PrecedenceWorld {
  title: string
  records: ErpRecord[]
  /** Asked one by one, outside of a cart. */
  prices: Row[]
  /** Of one cart with these lines, where they are others than outside of it. */
  cart?: Row[]
  /** Products that the contract's type has no price of. */
  unpriced?: number[]
  /** Region of the contract. */
  region?: string
  /** Labels by product. */
  labels?: Record<number, string>
  /** Products that cannot be ordered: they have no price, or are withheld. */
  unsold?: number[]
}

const DAY_MS = 86_400_000
/** Days from today in the time zone of the supplier, YYYY-MM-DD. */
const day = (distance: number) => new Date(Date.parse(`${today()}T12:00:00Z`) + distance * DAY_MS).toISOString().slice(0, 10)

const ofContract = { kind: "contract" as const, external_id: "c1" }
const ofEntity = { kind: "legal_entity" as const, external_id: "e1" }
const inRegion = { kind: "region" as const, external_id: "Юг" }
const list = (...numbers: number[]) => ({ offer_external_ids: numbers.map((n) => `p${n}`) })

const percent = (id: string, value: string, data: Partial<ErpPriceAdjustment> = {}) => adjustment(id, { value, ...data })
const money = (id: string, value: string, data: Partial<ErpPriceAdjustment> = {}) =>
  adjustment(id, { change: "fixed", currency_code: "rub", value, ...data })
const withheld = (id: string, data: Partial<ErpPriceAdjustment> = {}) => adjustment(id, { change: "withheld", value: "0", ...data })
const own = (n: number, amount: string, data: Partial<ErpContractPrice> = {}) => contractPrice(`p${n}`, amount, data)
const ownPrices = (...rows: ErpContractPrice[]): ErpRecord[] => [priceList("c1", true), ...rows]
const price = (n: number, amount: string, data: Partial<ErpPrice> = {}): ErpPrice => ({
  ...{ kind: "price", offer_external_id: `p${n}`, price_type_external_id: "wholesale", currency_code: "rub", coefficient: "1" },
  ...{ amount, ...data },
})
const type = (external_id: string, data: Partial<ErpPriceType> = {}): ErpPriceType => ({
  ...{ kind: "price_type", external_id, name: external_id, currency_code: "rub", includes_vat: true },
  ...data,
})
const fallback = (of: string, to: string | null, region: string | null = null): ErpRecord => ({
  ...{ kind: "price_type_rule", external_id: of, fallback_external_id: to, region },
})
const rate = (amount: string, nominal = "1", on_date = today()): ErpRecord => ({
  ...{ kind: "currency_rate", currency_code: "usd", in_currency: "rub", on_date, rate: amount, nominal, is_deleted: false },
})
const product = (n: number): ErpProduct => ({
  ...{
    kind: "product",
    external_id: `p${n}`,
    name: `Product ${n}`,
    article: articleOf(n),
    vat_rate: "20",
    is_service: false,
    is_deleted: false,
  },
})
const inGroups: ErpRecord[] = [
  { kind: "group", external_id: "tools", name: "Tools", parent_external_id: null, is_deleted: false, position: 1 },
  { kind: "group", external_id: "drills", name: "Drills", parent_external_id: "tools", is_deleted: false, position: 1 },
  { ...product(1), group_external_ids: ["drills"], manufacturer: "Маяк" },
  { ...product(3), group_external_ids: ["tools"], manufacturer: "Маяк" },
]
const brand = (n: number, manufacturer: string): ErpRecord => ({ ...product(n), manufacturer })

/** Of the contract's type the first product costs 1.50, the third 3.50 (a pack has twelve), the fourth 4.50; in shops 3, 7 and 9. */
export const WORLDS: PrecedenceWorld[] = [
  { title: "no rules", records: [], prices: [[1, 1, "1.50"], [3, 12, "3.50"]] },
  // Of two that are alike in all, the later made.
  { title: "markup and discount alike", records: [percent("a", "10"), percent("b", "-10")], prices: [[1, 1, "1.35"]] },
  { title: "the other way round", records: [percent("a", "-10"), percent("b", "10")], prices: [[1, 1, "1.65"]] },
  { title: "the later beginning, though made before", records: [percent("a", "10", { starts_on: day(-1) }), percent("b", "-10", { starts_on: day(-2) })], prices: [[1, 1, "1.65"]] },
  { title: "one that has begun against one that always was", records: [percent("a", "10", { starts_on: day(-1) }), percent("b", "-10")], prices: [[1, 1, "1.65"]] },
  { title: "money against percent alike", records: [percent("a", "-50"), money("b", "-0.20")], prices: [[1, 1, "1.30"], [3, 1, "3.30"]] },
  { title: "percent against money alike", records: [money("a", "-0.20"), percent("b", "-50")], prices: [[1, 1, "0.75"]] },
  { title: "a nearer markup against a farther discount", records: [percent("near", "10", { scope: ofContract }), percent("far", "-50")], prices: [[1, 1, "1.65"]] },
  { title: "entity before region before everyone", region: "Юг", records: [percent("e", "-10", { scope: ofEntity }), percent("r", "-20", { scope: inRegion }), percent("a", "-30")], prices: [[1, 1, "1.35"]] },
  { title: "region before everyone", region: "Юг", records: [percent("r", "-20", { scope: inRegion }), percent("a", "-30")], prices: [[1, 1, "1.20"]] },
  { title: "another region is none of the contract's", region: "Север", records: [percent("r", "-20", { scope: inRegion }), percent("a", "-30")], prices: [[1, 1, "1.05"]] },
  { title: "a list before a brand, a brand before everything", records: [brand(1, "Маяк"), brand(3, "Маяк"), percent("l", "-5", { target: list(1) }), percent("b", "-20", { target: { brand: "Маяк" } }), percent("a", "-50")], prices: [[1, 1, "1.43"], [3, 1, "2.80"], [4, 1, "2.25"]] },
  { title: "the deeper category", records: [...inGroups, percent("deep", "-10", { target: { group_external_id: "drills" } }), percent("high", "-50", { target: { group_external_id: "tools" } })], prices: [[1, 1, "1.35"], [3, 1, "1.75"], [4, 1, "4.50"]] },
  { title: "a brand before the deepest category", records: [...inGroups, percent("deep", "-50", { target: { group_external_id: "drills" } }), percent("brand", "-10", { target: { brand: "Маяк" } })], prices: [[1, 1, "1.35"], [3, 1, "3.15"]] },
  { title: "a brand in a category before the brand", records: [...inGroups, percent("both", "-10", { target: { brand: "Маяк", group_external_id: "drills" } }), percent("brand", "-50", { target: { brand: "Маяк" } })], prices: [[1, 1, "1.35"], [3, 1, "1.75"]] },
  { title: "a label before a brand", labels: { 1: "Акция" }, records: [...inGroups, percent("label", "-10", { target: { labels: ["Акция"] } }), percent("brand", "-50", { target: { brand: "Маяк" } })], prices: [[1, 1, "1.35"], [3, 1, "1.75"]] },
  { title: "a nearer scope of everything against a farther list", records: [percent("c", "-10", { scope: ofContract }), percent("l", "-50", { target: list(1) })], prices: [[1, 1, "1.35"]] },
  { title: "more conditions before fewer", records: [brand(1, "Маяк"), percent("two", "-10", { target: { brand: "Маяк", ...list(1) } }), percent("one", "-50", { target: list(1) })], prices: [[1, 1, "1.35"]] },
  { title: "the greater quantity of two", records: [percent("b", "-20", { from_quantity: "5" }), percent("a", "-10")], prices: [[1, 4, "1.35"], [1, 5, "1.20"], [1, 6, "1.20"]] },
  { title: "the nearest holds from its quantity on, the next one below", records: [percent("c", "-50", { scope: ofContract, from_quantity: "10" }), percent("a", "-10")], prices: [[1, 9, "1.35"], [1, 10, "0.75"]] },
  { title: "the quantity is that of the line", records: [percent("a", "-10", { from_quantity: "10" })], prices: [[1, 9, "1.50"], [3, 9, "3.50"]] },
  { title: "until today", records: [percent("a", "-10", { ends_on: day(0) })], prices: [[1, 1, "1.35"]] },
  { title: "until yesterday", records: [percent("a", "-10", { ends_on: day(-1) })], prices: [[1, 1, "1.50"]] },
  { title: "from today", records: [percent("a", "-10", { starts_on: day(0) })], prices: [[1, 1, "1.35"]] },
  { title: "from tomorrow", records: [percent("a", "-10", { starts_on: day(1) })], prices: [[1, 1, "1.50"]] },
  // The farthest first: (1.50 - 10 %) - 0.10; then (1.50 - 0.10) - 10 %.
  { title: "stacking money after percent", records: [percent("a", "-10"), money("s", "-0.10", { scope: ofContract, is_stacking: true })], prices: [[1, 1, "1.25"]] },
  { title: "percent after stacking money", records: [percent("c", "-10", { scope: ofContract }), money("s", "-0.10", { is_stacking: true })], prices: [[1, 1, "1.26"]] },
  { title: "several stack, each to the result so far", records: [percent("a", "-10"), percent("s", "-10", { scope: ofEntity, is_stacking: true }), percent("t", "-10", { scope: ofContract, is_stacking: true })], prices: [[1, 1, "1.09"]] },
  { title: "one that stacks alone", records: [percent("s", "-10", { is_stacking: true }), percent("t", "-20", { is_stacking: true })], prices: [[1, 1, "1.08"]] },
  { title: "all of it off", records: [percent("a", "-100")], prices: [[1, 1, "0.00"], [3, 1, "0.00"]] },
  { title: "all of it off, and a surcharge", records: [percent("a", "-100"), money("s", "0.30", { scope: ofContract, is_stacking: true })], prices: [[1, 1, "0.30"]] },
  { title: "below zero is zero", records: [money("a", "-5")], prices: [[1, 1, "0.00"], [4, 1, "0.00"]] },
  { title: "below zero on the way", records: [money("a", "-2"), money("s", "1", { scope: ofContract, is_stacking: true })], prices: [[1, 1, "0.50"]] },
  { title: "a price of zero is one", records: [...ownPrices(own(1, "0")), price(3, "0"), fallback("wholesale", "retail")], prices: [[1, 1, "0.00"], [3, 1, "0.00"]] },
  { title: "half a kopeck goes up, once and at the end", records: [...ownPrices(own(1, "1.005"), own(3, "1.004999")), percent("a", "-0.55", { target: list(4) })], prices: [[1, 1, "1.01"], [3, 1, "1.00"], [4, 1, "4.48"]] },
  { title: "nothing is rounded on the way", records: [percent("a", "-33.33"), percent("s", "-33.33", { scope: ofContract, is_stacking: true })], prices: [[1, 1, "0.67"], [4, 1, "2.00"]] },
  { title: "a rate, and half a kopeck of it", records: [type("wholesale", { currency_code: "usd" }), price(1, "0.02", { currency_code: "usd" }), price(3, "1", { currency_code: "usd" }), rate("92.505")], prices: [[1, 1, "1.85"], [3, 1, "92.51"]] },
  { title: "a rate of ten units, of the bank day before", records: [type("wholesale", { currency_code: "usd" }), price(1, "0.02", { currency_code: "usd" }), rate("925.05", "10", day(-3)), rate("10", "1", day(1))], prices: [[1, 1, "1.85"]] },
  { title: "no rate, no price, whatever the fallback", records: [type("wholesale", { currency_code: "usd" }), fallback("wholesale", "retail")], prices: [[1, 1, null]], unsold: [1] },
  { title: "money of another currency does not count", records: [money("a", "-1", { currency_code: "usd" })], prices: [[1, 1, "1.50"]] },
  { title: "the fallback of what the type lacks", unpriced: [1], records: [fallback("wholesale", "retail")], prices: [[1, 1, "3.00"], [3, 1, "3.50"]] },
  { title: "the second fallback", unpriced: [1], records: [type("mid"), fallback("wholesale", "mid"), fallback("mid", "retail"), price(3, "5", { price_type_external_id: "mid" })], prices: [[1, 1, "3.00"], [3, 1, "3.50"]] },
  { title: "a fallback of another region is passed over", unpriced: [1], region: "Север", records: [type("mid"), price(1, "2", { price_type_external_id: "mid" }), fallback("wholesale", "mid"), fallback("mid", "retail", "Юг")], prices: [[1, 1, "3.00"]] },
  { title: "one of the contract's region is not", unpriced: [1], region: "Юг", records: [type("mid"), price(1, "2", { price_type_external_id: "mid" }), fallback("wholesale", "mid"), fallback("mid", "retail", "Юг")], prices: [[1, 1, "2.00"]] },
  { title: "a fallback without VAT does not stand in for one with it", unpriced: [1], records: [type("mid", { includes_vat: false }), price(1, "2", { price_type_external_id: "mid" }), fallback("wholesale", "mid")], prices: [[1, 1, null]], unsold: [1] },
  { title: "no price anywhere", unpriced: [1], records: [], prices: [[1, 1, null]], unsold: [1] },
  { title: "a threshold by quantity", records: [threshold("t", { basis: "quantity", from_amount: "5", currency_code: null })], prices: [[1, 4, "1.50"], [1, 5, "3.00"]] },
  { title: "of thresholds those of the nearest scope alone", records: [threshold("c", { scope: ofContract, basis: "quantity", from_amount: "10", currency_code: null }), threshold("a", { basis: "quantity", from_amount: "5", currency_code: null })], prices: [[1, 5, "1.50"], [1, 10, "3.00"]] },
  { title: "a threshold by total counts in a cart", records: [threshold("t", { from_amount: "30" })], prices: [[1, 20, "1.50"]], cart: [[1, 20, "3.00"]] },
  { title: "a kopeck below it, it does not", records: [threshold("t", { from_amount: "30.01" })], prices: [[1, 20, "1.50"]] },
  { title: "the total is counted without it, with prices of the contract", records: [...ownPrices(own(1, "1")), threshold("t", { from_amount: "20" })], prices: [[1, 20, "1.00"], [3, 1, "3.50"]], cart: [[1, 20, "1.00"], [3, 1, "7.00"]] },
  { title: "a total decides over a quantity", records: [type("mid"), price(1, "1", { price_type_external_id: "mid" }), threshold("q", { basis: "quantity", from_amount: "5", currency_code: null, price_type_external_id: "mid" }), threshold("t", { from_amount: "20" })], prices: [[1, 5, "1.00"], [1, 20, "1.00"]], cart: [[1, 20, "3.00"]] },
  { title: "what the type of a threshold lacks costs what it cost", records: [type("mid"), price(1, "1", { price_type_external_id: "mid" }), fallback("mid", "retail"), threshold("q", { basis: "quantity", from_amount: "5", currency_code: null, price_type_external_id: "mid" })], prices: [[1, 5, "1.00"], [3, 5, "3.50"]] },
  { title: "adjustments change what a threshold brings", records: [threshold("q", { basis: "quantity", from_amount: "5", currency_code: null }), percent("a", "-10")], prices: [[1, 4, "1.35"], [1, 5, "2.70"]] },
  { title: "a price of the contract is final", records: [...ownPrices(own(1, "1.40")), percent("c", "-50", { scope: ofContract }), threshold("q", { basis: "quantity", from_amount: "5", currency_code: null })], prices: [[1, 1, "1.40"], [1, 5, "1.40"], [3, 1, "1.75"]] },
  { title: "of prices of the contract the greatest quantity, then the later beginning", records: ownPrices(own(1, "1.40"), own(1, "1.20", { starts_on: day(0) }), own(1, "1.00", { starts_on: day(1) }), own(1, "1.30", { from_quantity: "5" })), prices: [[1, 4, "1.20"], [1, 5, "1.30"]] },
  { title: "one that has ended gives way", records: ownPrices(own(1, "1.40", { ends_on: day(-1) }), own(3, "3.00", { ends_on: day(0) })), prices: [[1, 1, "1.50"], [3, 1, "3.00"]] },
  { title: "a price of the contract by pack", records: ownPrices(own(3, "30", { coefficient: "12" }), own(3, "28.8", { coefficient: "12", from_quantity: "24" })), prices: [[3, 1, "2.50"], [3, 23, "2.50"], [3, 24, "2.40"]] },
  { title: "below its quantity the base price and the adjustments", records: [...ownPrices(own(1, "1", { from_quantity: "10" })), percent("a", "-10")], prices: [[1, 9, "1.35"], [1, 10, "1.00"]] },
  { title: "a pack costs its own price from one full pack on", records: [price(3, "3.5"), price(3, "36", { coefficient: "12" })], prices: [[3, 11, "3.50"], [3, 12, "3.00"], [3, 13, "3.00"]] },
  { title: "a pack from a quantity that is told", records: [price(3, "3.5"), price(3, "36", { coefficient: "12", from_quantity: "60" })], prices: [[3, 59, "3.50"], [3, 60, "3.00"]] },
  { title: "tiers and adjustments", records: [price(3, "3.5"), price(3, "36", { coefficient: "12" }), percent("a", "-10", { from_quantity: "12" })], prices: [[3, 11, "3.50"], [3, 12, "2.70"]] },
  { title: "a pack that does not divide evenly, and a markup", records: [price(3, "3.5"), price(3, "40", { coefficient: "12" }), percent("a", "200", { from_quantity: "24" })], prices: [[3, 12, "3.33"], [3, 24, "10.00"]] },
  { title: "a label shuts adjustments off, also those that stack, and no price of the contract", labels: { 1: "Акция", 3: "Акция" }, records: [{ kind: "exclusive_label", label: "Акция", is_deleted: false }, ...ownPrices(own(3, "3")), percent("c", "-50", { scope: ofContract }), percent("s", "-10", { is_stacking: true })], prices: [[1, 1, "1.50"], [3, 1, "3.00"], [4, 1, "2.03"]] },
  { title: "a label leaves thresholds", labels: { 1: "Акция" }, records: [{ kind: "exclusive_label", label: "Акция", is_deleted: false }, percent("a", "-50"), threshold("q", { basis: "quantity", from_amount: "5", currency_code: null })], prices: [[1, 4, "1.50"], [1, 5, "3.00"]] },
  { title: "what is withheld has its price", records: [...ownPrices(own(1, "1.40")), withheld("w", { target: list(1) })], prices: [[1, 1, "1.40"], [3, 1, "3.50"]], unsold: [1] },
  { title: "a label does not free what is withheld, nor does a nearer discount", labels: { 1: "Акция" }, records: [{ kind: "exclusive_label", label: "Акция", is_deleted: false }, withheld("w"), percent("c", "-50", { scope: ofContract })], prices: [[1, 1, "1.50"], [3, 1, "1.75"]], unsold: [1, 3] },
  { title: "what is withheld from tomorrow is sold today", records: [withheld("w", { starts_on: day(1) })], prices: [[1, 1, "1.50"]] },
] // prettier-ignore
