import fc from "fast-check"
import type { RequestedLine, ResolvedLine, Sellable } from "../../types"
import { decideCartLines } from "../decide-cart-lines"

const sellable = (change: Partial<Sellable> = {}): Sellable => ({
  entry_key: 1,
  variant_id: "variant_1",
  article: "A-1",
  title: "Hammer",
  is_listed: true,
  prices: [{ from_quantity: "0", price: "10.50" }],
  retail_price: "12.00",
  multiplicity: "1",
  minimum: "0",
  maximum: null,
  units: [],
  available: null,
  in_cart: null,
  ...change,
})

const CONTRACT = { number: "C-1" }

let row = 0
const ask = (quantity: string, of: Sellable = sellable(), unit: string | null = null): ResolvedLine => ({
  request: { row: ++row, article: "A-1", variant_id: null, quantity, unit } satisfies RequestedLine,
  sellable: of,
})

const packed = sellable({
  units: [
    { code: "796", name: "шт", coefficient: "1" },
    { code: "778", name: "упак", coefficient: "12" },
  ],
})

describe("decideCartLines", () => {
  beforeEach(() => {
    row = 0
  })

  it("takes a line at its price", () => {
    const { results, writes } = decideCartLines([ask("3")], "add", CONTRACT)
    expect(results).toMatchObject([{ row: 1, status: "added", quantity: "3", unit_price: "10.50", code: null }])
    expect(writes).toMatchObject([{ line_id: null, quantity: "3" }])
  })

  it("puts the quantity on top of what the cart has, or in its place when it is set", () => {
    const held = sellable({ in_cart: { line_id: "cali_1", quantity: "5" } })
    expect(decideCartLines([ask("3", held)], "add", CONTRACT).writes).toMatchObject([{ line_id: "cali_1", quantity: "8" }])
    expect(decideCartLines([ask("3", held)], "set", CONTRACT).results).toMatchObject([{ status: "updated", quantity: "3" }])
  })

  it("keeps the unit that all of a line was asked in, what the cart has of it included", () => {
    const asked = { code: "778", name: "упак", coefficient: "12", quantity: "1" }
    const held = { ...packed, in_cart: { line_id: "cali_1", quantity: "12", asked } }
    const put = (of: Sellable, unit: string | null, mode: "add" | "set" = "add") =>
      decideCartLines([ask("2", of, unit)], mode, CONTRACT).writes
    expect(put(packed, "упак")).toMatchObject([{ quantity: "24", asked: { ...asked, quantity: "2" } }])
    expect(put(held, "778")).toMatchObject([{ quantity: "36", asked: { ...asked, quantity: "3" } }])
    expect(put(held, null)).toMatchObject([{ quantity: "14", asked: null }])
    expect(put({ ...held, in_cart: { line_id: "cali_1", quantity: "12", asked: null } }, "упак")).toMatchObject([{ asked: null }])
    expect(put(held, "упак", "set")).toMatchObject([{ quantity: "24", asked: { ...asked, quantity: "2" } }])
    expect(put(packed, "шт")).toMatchObject([{ quantity: "2", asked: null }])
  })

  it("sums rows of one entry and tells each of the other", () => {
    const { results, writes } = decideCartLines([ask("2"), ask("4")], "add", CONTRACT)
    expect(results.map(({ quantity, merged_rows }) => ({ quantity, merged_rows }))).toEqual([
      { quantity: "6", merged_rows: [2] },
      { quantity: "6", merged_rows: [1] },
    ])
    expect(writes).toHaveLength(1)
  })

  it("reaches a minimum in two rows", () => {
    const { results } = decideCartLines([ask("2", sellable({ minimum: "5" })), ask("3", sellable({ minimum: "5" }))], "add", CONTRACT)
    expect(results.map(({ status }) => status)).toEqual(["added", "added"])
  })

  it("refuses both rows when a negative one would hide in the sum", () => {
    const { results, writes } = decideCartLines([ask("5"), ask("-2")], "add", CONTRACT)
    expect(results.map(({ code }) => code)).toEqual(["quantity_not_positive", "quantity_not_positive"])
    expect(writes).toEqual([])
  })

  it.each([
    ["a product that is not in the catalogue", sellable({ is_listed: false }), "1", null, "not_listed"],
    ["a product without a price in the contract's type", sellable({ prices: [] }), "1", null, "no_price"],
    ["a unit the product is not sold by", packed, "1", "кг", "unit_unknown"],
    ["a quantity between two multiples", sellable({ multiplicity: "6" }), "7", null, "quantity_not_multiple"],
    [
      "a fraction where the rules allow it but a cart line cannot hold it",
      sellable({ multiplicity: "0.5" }),
      "2.5",
      null,
      "quantity_fractional",
    ],
    ["the first unit beyond the stock", sellable({ available: "4" }), "5", null, "insufficient_stock"],
  ])("refuses %s", (_title, of, quantity, unit, code) => {
    const { results, writes } = decideCartLines([ask(quantity, of, unit)], "add", CONTRACT)
    expect(results).toMatchObject([{ status: "refused", code, quantity: null }])
    expect(writes).toEqual([])
  })

  it("takes exactly what is in stock", () => {
    expect(decideCartLines([ask("4", sellable({ available: "4" }))], "add", CONTRACT).results).toMatchObject([{ status: "added" }])
  })

  it("names product, contract and quantity of what has no price, or none so small", () => {
    const messageOf = (prices: Sellable["prices"]) => decideCartLines([ask("3", sellable({ prices }))], "add", CONTRACT).results[0]?.message
    expect(messageOf([])).toBe('"Hammer" (A-1) has no price for 3 under contract C-1')
    const from = [
      { from_quantity: "0", price: null },
      { from_quantity: "5", price: "9" },
    ]
    expect(messageOf(from)).toBe('"Hammer" (A-1) has no price for 3 under contract C-1, only from 5')
  })

  it("names the nearest quantities and the free stock", () => {
    const [multiple] = decideCartLines([ask("7", sellable({ multiplicity: "6" }))], "add", CONTRACT).results
    const [whole] = decideCartLines([ask("2.5", sellable({ multiplicity: "0.5" }))], "add", CONTRACT).results
    const [stock] = decideCartLines([ask("5", sellable({ available: "4" }))], "add", CONTRACT).results
    expect([multiple?.nearest, whole?.nearest, stock?.available]).toEqual([{ lower: "6", upper: "12" }, { lower: "2", upper: "3" }, "4"])
  })

  it("counts packs in base units by code or by name, dots and case aside", () => {
    for (const unit of ["778", "УПАК.", "упак"]) {
      expect(decideCartLines([ask("2", packed, unit)], "add", CONTRACT).results).toMatchObject([{ quantity: "24" }])
    }
  })

  it("knows pieces when the product has no units of its own", () => {
    expect(decideCartLines([ask("2", sellable(), "Шт.")], "add", CONTRACT).results).toMatchObject([{ quantity: "2" }])
  })

  it("answers every row once, in its order, and writes what it accepted", () => {
    const lines = fc.array(fc.record({ key: fc.integer({ min: 1, max: 5 }), quantity: fc.integer({ min: -3, max: 40 }) }), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(lines, (asked) => {
        row = 0
        const resolved = asked.map(({ key, quantity }) =>
          ask(String(quantity), sellable({ entry_key: key, multiplicity: "3", available: "60" }))
        )
        const { results, writes } = decideCartLines(resolved, "add", CONTRACT)
        expect(results.map((result) => result.row)).toEqual(resolved.map(({ request }) => request.row))
        expect(new Set(writes.map((write) => write.sellable.entry_key)).size).toBe(writes.length)
        for (const write of writes) {
          const sum = asked.filter(({ key }) => key === write.sellable.entry_key).reduce((total, { quantity }) => total + quantity, 0)
          expect(write.quantity).toBe(String(sum))
        }
      })
    )
  })

  it("lets a line past the order rules for a manager and tells which, but past nothing else", () => {
    const past = (quantity: string, change: Partial<Sellable>, unit: string | null = null) =>
      decideCartLines([ask(quantity, { ...packed, multiplicity: "6", minimum: "12", ...change }, unit)], "add", CONTRACT, {
        mayBypass: true,
      }).results[0]
    expect(past("12", {})).toMatchObject({ status: "added", code: null, bypassed: null })
    expect(past("5", {})).toMatchObject({ status: "added", quantity: "5", bypassed: "quantity_below_minimum" })
    expect(past("13", { maximum: "12" })).toMatchObject({ status: "added", bypassed: "quantity_above_maximum" })
    expect(past("1.5", {}, "упак")).toMatchObject({ status: "refused", bypassed: null })
    expect(past("0.5", {})).toMatchObject({ status: "refused", code: "quantity_fractional" })
    expect(past("-1", {})).toMatchObject({ status: "refused", code: "quantity_not_positive" })
    expect(past("5", { available: "4" })).toMatchObject({ status: "refused", code: "insufficient_stock" })
    expect(past("5", { prices: [] })).toMatchObject({ status: "refused", code: "no_price" })
    expect(past("5", { is_listed: false })).toMatchObject({ status: "refused", code: "not_listed" })
  })
})
