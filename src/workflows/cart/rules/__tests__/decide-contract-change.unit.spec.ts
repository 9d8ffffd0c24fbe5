import type { CartLine } from "../../../../database/ordering/open-cart-lines"
import type { Sellable } from "../../types"
import { decideContractChange } from "../decide-contract-change"

function line(data: Partial<CartLine> = {}): CartLine {
  return { id: "l", variant_id: "v", entry_key: 1, title: "Drill", quantity: "6", unit_price: "10.50", is_custom_price: false, ...data }
}

function sellable(data: Partial<Sellable> = {}): Sellable {
  return {
    entry_key: 1,
    variant_id: "v",
    article: "A-1",
    title: "Drill",
    is_listed: true,
    prices: [{ from_quantity: "0", price: "10.5" }],
    retail_price: null,
    multiplicity: "1",
    minimum: "0",
    maximum: null,
    units: [],
    available: null,
    in_cart: null,
    ...data,
  }
}

const changesUnder = (data: Partial<Sellable> | null, cartLine = line()) => {
  const sellables = data === null ? new Map<number, Sellable>() : new Map([[1, sellable(data)]])
  return decideContractChange([cartLine], sellables).changed[0]?.changes
}

describe("decideContractChange", () => {
  it("tells nothing of a line that stays as it is, and writes it under the new terms all the same", () => {
    const { changed, writes } = decideContractChange([line()], new Map([[1, sellable()]]))
    expect(changed).toEqual([])
    expect(writes).toEqual([{ line_id: "l", sellable: sellable(), quantity: "6" }])
  })

  it("tells a new price, from and to", () => {
    expect(changesUnder({ prices: [{ from_quantity: "0", price: "10.51" }] })).toEqual([
      { code: "price_changed", from: "10.50", to: "10.51" },
    ])
  })

  it("tells a quantity that the new terms refuse, with its nearest ones, beside the new price", () => {
    expect(changesUnder({ prices: [{ from_quantity: "0", price: "9" }], multiplicity: "4" })).toEqual([
      { code: "price_changed", from: "10.50", to: "9" },
      { code: "quantity_refused", reason: "quantity_not_multiple", nearest: { lower: "4", upper: "8" }, available: null },
    ])
  })

  it("tells a shortage only beyond what is available", () => {
    expect(changesUnder({ available: "6" })).toBeUndefined()
    expect(changesUnder({ available: "5" })).toEqual([
      { code: "quantity_refused", reason: "insufficient_stock", nearest: null, available: "5" },
    ])
  })

  it.each([
    ["without a price under the new contract", { prices: [] }, [{ code: "price_missing", from: "10.50" }]],
    ["that the catalogue does not list", { is_listed: false }, [{ code: "not_visible" }]],
    ["whose entry is gone", null, [{ code: "not_visible" }]],
  ])("keeps a line %s and writes nothing into it", (_title, data, expected) => {
    expect(changesUnder(data)).toEqual(expected)
    const sellables = data ? new Map([[1, sellable(data)]]) : new Map<number, Sellable>()
    expect(decideContractChange([line()], sellables).writes).toEqual([])
  })
})
