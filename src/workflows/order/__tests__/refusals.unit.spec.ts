import type { Refusal } from "@kontor/framework"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { OrderTerms } from "../../../database/ordering/terms-of-contract"
import { decideCartLines } from "../../cart/rules/decide-cart-lines"
import { decideCartUse } from "../../cart/rules/decide-cart-use"
import { refuseUnresolved } from "../../cart/rules/refuse-unresolved"
import { tellNoPrice, tellPriceChange } from "../../cart/rules/tell-price"
import { tellPromotionChange } from "../../cart/rules/tell-promotions"
import type { Sellable } from "../../cart/types"
import { decideOrderLines, refuseShortages } from "../rules/decide-order-lines"
import { refuseUnrefined } from "../rules/refuse-unrefined"

const TERMS: OrderTerms = {
  ...{ id: "ctr_1", number: "C-1", state: "active", starts_on: null, ends_on: null, currency_code: "rub", supplier_entity_id: "sent_1" },
  ...{ price_type_id: "ptyp_1", price_type_key: 1, includes_vat: true, warehouse_ids: [], prices_as_of: null, retail_as_of: null },
  assortment: null,
  entity: { id: "lent_1", name: "Dealer", state: "active" },
}
const CART = { id: "cart_1", currency_code: "rub" }
const SELLABLE: Sellable = {
  ...{
    entry_key: 1,
    variant_id: "variant_1",
    article: "A-1",
    title: "Hammer",
    is_listed: true,
    retail_price: null,
    units: [],
    in_cart: null,
  },
  ...{ prices: [{ from_quantity: "0", price: "10.50" }], multiplicity: "1", minimum: "0", maximum: null, available: null },
}
const LINE = {
  ...{ id: "cali_1", variant_id: "variant_1", entry_key: 1, title: "Hammer", article: "A-1" },
  ...{ quantity: "7", unit_price: "10.5", is_custom_price: false },
}
const NOW = { prices: new Map([["cali_1", "10.50"]]), withheld: new Map<string, string>(), bypassed: new Set<string>() }

/** What the bulk route, the order form and the stock routes say of seven of a product. */
const put = (change: Partial<Sellable>, quantity = "7", unit: string | null = null): Refusal[] =>
  decideCartLines(
    [{ request: { row: 1, article: "A-1", variant_id: null, quantity, unit }, sellable: { ...SELLABLE, ...change } }],
    "add",
    TERMS
  ).results.map(({ code, message, article }) => ({ code: code ?? "", message: message ?? "", subject: article }))
/** What placing says of seven of it. */
const placed = (change: Partial<Sellable>, quantity = "7"): Refusal[] =>
  decideOrderLines([{ ...LINE, quantity }], new Map([[1, { ...SELLABLE, ...change }]]), NOW, TERMS)
const use = (terms: Partial<OrderTerms> | null, entityIds = ["lent_1"]) =>
  decideCartUse(CART, terms && { ...TERMS, ...terms }, "2026-02-01", entityIds)
const unresolved = (outcome: Parameters<typeof refuseUnresolved>[1]) => [refuseUnresolved({ name: "A-1", quantity: "7" }, outcome, TERMS)]
const missing_rate = { currency_code: "usd", in_currency: "rub", day: "2026-02-01" }

const LINE_CASES: [code: string, refusals: Refusal[]][] = [
  ["unknown", unresolved({ outcome: "unknown" })],
  ["ambiguous", unresolved({ outcome: "ambiguous", candidates: [] })],
  ["not_listed", put({ is_listed: false })],
  ["not_listed", placed({ is_listed: false })],
  ["unit_unknown", put({}, "7", "box")],
  ["no_price", put({ prices: [] })],
  ["no_price", put({ prices: [{ from_quantity: "0", price: null }, { from_quantity: "10", price: "9.00" }] })], // prettier-ignore
  ["no_price", [tellNoPrice(LINE, TERMS, "10.5")]],
  ["withheld", put({ withheld: "Recall" })],
  ["rate_missing", put({ prices: [], missing_rate })],
  ["price_changed", [tellPriceChange(LINE, TERMS, { from: "7", to: "8" })]],
  ["quantity_not_multiple", put({ multiplicity: "6" })],
  ["quantity_not_multiple", placed({ multiplicity: "6" })],
  ["quantity_below_minimum", put({ minimum: "10" })],
  ["quantity_above_maximum", put({}, "7000000000")],
  ["quantity_above_maximum", put({ maximum: "6" })],
  ["quantity_not_positive", put({}, "0")],
  ["quantity_fractional", put({}, "7.5")],
  ["quantity_fractional", put({ multiplicity: "0.1" }, "7.5")],
  ["insufficient_stock", put({ available: "3" })],
  ["insufficient_stock", refuseShortages([LINE], [{ line_id: "cali_1", inventory_item_id: "i", available: "3" }], TERMS)],
  ["refinement_required", refuseUnrefined(true, TERMS, [{ ...LINE, title: "A-1", unit_price: "7" }], () => false)],
]

const CONTRACT_CASES: [code: string, refusals: Refusal[]][] = [
  ["entity_not_active", use({ entity: { ...TERMS.entity, state: "blocked" } })],
  ["contract_blocked", use({ state: "blocked" })],
  ["contract_closed", use({ state: "closed" })],
  ["contract_not_begun", use({ starts_on: "2026-02-02" })],
  ["contract_expired", use({ ends_on: "2026-01-31" })],
  ["contract_out_of_scope", use({}, [])],
  ["currency_mismatch", use({ currency_code: "usd" })],
  ["promotions_changed", [tellPromotionChange("cart_1", TERMS, { before: [], now: [{ code: "SPRING", amount: "7" }] })]],
]

/** Told as data of a move to another contract, which the request names. */
const DATA = ["price_missing", "not_visible", "quantity_refused"]
/** There is no contract that could be named. */
const NAMELESS = ["no_usable_contract"]
/** Told of an order that is repeated, by what it keeps and nothing else; a spec of its own. */
const OF_ORDER = ["no_longer_available"]

const RULES = [join(__dirname, "../../cart/rules"), join(__dirname, "../rules")]

describe("refusals", () => {
  it.each(LINE_CASES)("%s names the product, the contract and the quantity or the amount", (code, refusals) => {
    expect(refusals.map((refusal) => refusal.code)).toEqual([code])
    const [{ message } = { message: "" }] = refusals
    expect([message.includes("A-1"), message.includes("contract C-1"), /\b7/.test(message) || message.includes("Quantity 0")]).toEqual([
      true,
      true,
      true,
    ])
  })

  it.each(CONTRACT_CASES)("%s names the contract", (code, refusals) => {
    expect(refusals.map((refusal) => refusal.code)).toEqual([code])
    expect(refusals[0]?.message).toMatch(/[Cc]ontract C-1/)
  })

  it("are all in these tables that the rules of carts and orders have", () => {
    const sources = RULES.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith(".ts")).map((name) => join(folder, name))) // prettier-ignore
    const codes = sources.flatMap((path) => [...readFileSync(path, "utf8").matchAll(/code: "([a-z_]+)"/g)].map(([, code]) => code))
    const known = [...LINE_CASES, ...CONTRACT_CASES].map(([code]) => code)
    expect([...new Set(codes)].filter((code) => ![...known, ...DATA, ...NAMELESS, ...OF_ORDER].includes(code ?? ""))).toEqual([])
    expect(codes).toContain("insufficient_stock")
  })
})
