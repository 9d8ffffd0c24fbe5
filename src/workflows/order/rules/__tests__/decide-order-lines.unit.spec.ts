import type { CartLine } from "../../../../database/ordering/open-cart-lines"
import type { SellableRow } from "../../../../database/ordering/read-sellables"
import { decideOrderLines, refuseShortages, stockNeeds } from "../decide-order-lines"

type Line = CartLine & { article: string | null }

const line = (change: Partial<Line> = {}): Line => ({
  id: "cali_1",
  variant_id: "variant_1",
  entry_key: 1,
  article: "A-1",
  title: "Hammer",
  quantity: "2",
  unit_price: "10.5",
  is_custom_price: false,
  ...change,
})
const sellables = (change: Partial<SellableRow> = {}) =>
  new Map([
    [
      1,
      {
        entry_key: 1,
        variant_id: "variant_1",
        article: "A-1",
        title: "Hammer",
        is_listed: true,
        multiplicity: "1",
        minimum: "0",
        maximum: null,
        units: [],
        available: null,
        ...change,
      },
    ],
  ])
const contract = { id: "ctr_1", number: "C-1", currency_code: "rub" }
const priced = (price: string | null = "10.50", reason: string | null = null, bypassed: string[] = []) => ({
  prices: new Map(price === null ? [] : [["cali_1", price]]),
  withheld: new Map(reason === null ? [] : [["cali_1", reason]]),
  bypassed: new Set(bypassed),
})

describe("decideOrderLines", () => {
  it("lets a line that a manager let past the rules have its quantity, but neither another price nor goods that are not sold", () => {
    const ruled = { multiplicity: "6", minimum: "12", maximum: "60" }
    const codesOf = (change: Partial<SellableRow>, price?: string) =>
      decideOrderLines([line()], sellables({ ...ruled, ...change }), priced(price, null, ["cali_1"]), contract).map(({ code }) => code)
    expect([codesOf({}), codesOf({}, "11"), codesOf({ is_listed: false })]).toEqual([[], ["price_changed"], ["not_listed"]])
  })

  it("has nothing against a line that is as the dealer saw it, however the price is written", () => {
    expect(decideOrderLines([line()], sellables(), priced(), contract)).toEqual([])
  })

  it("tells the old and the new price of a line by a kopeck, its product and the contract", () => {
    expect(decideOrderLines([line()], sellables(), priced("10.51"), contract)).toEqual([
      {
        code: "price_changed",
        message: 'The price of "Hammer" (A-1) under contract C-1 has changed from 10.5 to 10.51 RUB',
        subject: "A-1",
        details: {
          line_id: "cali_1",
          variant_id: "variant_1",
          article: "A-1",
          title: "Hammer",
          quantity: "2",
          contract_id: "ctr_1",
          contract_number: "C-1",
          currency_code: "rub",
          old_unit_price: "10.5",
          unit_price: "10.51",
        },
      },
    ])
  })

  it("tells why a product is withheld from sale, beside what else is against it", () => {
    const refusals = decideOrderLines([line()], sellables({ multiplicity: "6" }), priced("10.50", "Recall"), contract)
    expect(refusals).toMatchObject([
      {
        code: "withheld",
        message: '"Hammer" (A-1) under contract C-1: withheld from sale («Recall»), 2 asked for',
        details: { reason: "Recall" },
      },
      { code: "quantity_not_multiple" },
    ])
  })

  it("names product, contract, quantity and the last price of a line that has lost its price", () => {
    const [refusal] = decideOrderLines([line()], sellables(), priced(null), contract)
    expect(refusal?.message).toBe('"Hammer" (A-1) has no price for 2 under contract C-1; it cost 10.5 RUB')
  })

  it.each([
    ["a product that has left the catalogue", line(), { is_listed: false }, ["not_listed"]],
    ["a line whose variant was never in it", line({ entry_key: null }), {}, ["not_listed"]],
    ["a product that has lost its price", line(), {}, ["no_price"], null],
    ["a multiplicity that has come up since", line(), { multiplicity: "6" }, ["quantity_not_multiple"]],
    ["a price and a quantity at once", line(), { multiplicity: "6" }, ["price_changed", "quantity_not_multiple"], "11.00"],
  ])("refuses %s", (_title, asked, change, codes, price: string | null = "10.50") => {
    expect(decideOrderLines([asked], sellables(change), priced(price), contract).map(({ code }) => code)).toEqual(codes)
  })

  it.each([
    ["goods in two lines are all that is allowed", ["6", "6"], [], []],
    ["goods in two lines are one more than is allowed", ["6", "7"], [], ["quantity_above_maximum"]],
    ["one line is too much by itself, and told once", ["13", "1"], [], ["quantity_above_maximum"]],
    ["a manager has let one of the lines past the rules", ["6", "7"], ["cali_1"], []],
  ])("counts %s", (_title, quantities, bypassed, codes) => {
    const lines = quantities.map((quantity, index) => line({ id: `cali_${index + 1}`, quantity }))
    const prices = new Map(lines.map(({ id }) => [id, "10.50"]))
    const now = { prices, withheld: new Map<string, string>(), bypassed: new Set(bypassed) }
    expect(decideOrderLines(lines, sellables({ maximum: "12" }), now, contract).map(({ code }) => code)).toEqual(codes)
  })

  it("says of goods in two lines how much of them is possible, by what they are sold", () => {
    const lines = ["6", "9"].map((quantity, index) => line({ id: `cali_${index + 1}`, quantity }))
    const now = { ...priced(), prices: new Map(lines.map(({ id }) => [id, "10.50"])) }
    expect(decideOrderLines(lines, sellables({ multiplicity: "3", minimum: "6", maximum: "13" }), now, contract)).toMatchObject([
      { code: "quantity_above_maximum", details: { quantity: "15", nearest: { lower: "12", upper: null } } },
    ])
  })

  it("names goods that are not sold by what the line has kept: they may be hidden, and called otherwise now", () => {
    const [refusal] = decideOrderLines([line()], sellables({ is_listed: false, article: "SECRET" }), priced(), contract)
    expect(refusal).toMatchObject({ code: "not_listed", subject: "A-1", details: { article: "A-1" } })
    expect(JSON.stringify(refusal)).not.toContain("SECRET")
  })
})

describe("stockNeeds", () => {
  it("takes every item of a kit in its number and nothing where stock is not counted", () => {
    const kit = (inventory_item_id: string, required_quantity: string) => ({
      variant_id: "variant_1",
      inventory_item_id,
      required_quantity,
      allow_backorder: false,
    })
    const needs = stockNeeds([line(), line({ id: "cali_2", variant_id: "variant_2" })], [kit("handle", "1"), kit("nail", "2.5")])
    expect(needs.map(({ line_id, inventory_item_id, quantity }) => [line_id, inventory_item_id, quantity])).toEqual([
      ["cali_1", "handle", "2"],
      ["cali_1", "nail", "5"],
    ])
  })
})

describe("refuseShortages", () => {
  it("names the product, the contract and what there is", () => {
    const short = { line_id: "cali_1", inventory_item_id: "i", available: "1" }
    expect(refuseShortages([{ ...line(), article: "A-1" }], [short], contract)).toMatchObject([
      {
        code: "insufficient_stock",
        message: '"Hammer" (A-1) under contract C-1: 1 available, 2 asked for',
        subject: "A-1",
        details: { line_id: "cali_1", variant_id: "variant_1", contract_number: "C-1", available: "1", quantity: "2" },
      },
    ])
  })
})
