import { type AdjustmentDraft, canonicalDecimal, inOneOrder, specificityOf, traitsOf } from "../adjustment"
import { adjustmentFault } from "../adjustment-fault"

const DRAFT: AdjustmentDraft = {
  name: "Ten off",
  scope: { kind: "everyone", id: null },
  target: { category_id: null, brand: null, properties: [], labels: [] },
  kind: "percent",
  value: "-10",
  currency_code: null,
  from_quantity: "0",
  starts_on: null,
  ends_on: null,
  is_stacking: false,
}

describe("an adjustment", () => {
  it.each([
    ["-100", null],
    ["-100.000001", "percent_out_of_range"],
    ["0", null],
    ["1000", null],
    ["1000.000001", "percent_out_of_range"],
  ])("of %s percent: %s", (value, code) => {
    expect(adjustmentFault({ ...DRAFT, value })?.code ?? null).toBe(code)
  })

  it("by money may be of any size, in a currency", () => {
    expect(adjustmentFault({ ...DRAFT, kind: "fixed", value: "-5000", currency_code: "rub" })).toBeNull()
    expect(adjustmentFault({ ...DRAFT, kind: "fixed" })?.code).toBe("adjustment_currency_invalid")
    expect(adjustmentFault({ ...DRAFT, currency_code: "rub" })?.code).toBe("adjustment_currency_invalid")
  })

  it("may be of one day, and not end before it starts", () => {
    expect(adjustmentFault({ ...DRAFT, starts_on: "2026-02-01", ends_on: "2026-02-01" })).toBeNull()
    expect(adjustmentFault({ ...DRAFT, starts_on: "2026-02-02", ends_on: "2026-02-01" })?.code).toBe("days_out_of_order")
  })

  it("is for somebody, or for everyone", () => {
    expect(adjustmentFault({ ...DRAFT, scope: { kind: "region", id: "South" } })).toBeNull()
    expect(adjustmentFault({ ...DRAFT, scope: { kind: "region", id: null } })?.code).toBe("adjustment_scope_invalid")
    expect(adjustmentFault({ ...DRAFT, scope: { kind: "everyone", id: "South" } })?.code).toBe("adjustment_scope_invalid")
  })
})

describe("the facts of an adjustment", () => {
  it.each([
    ["-07.50", "-7.5"],
    ["-0.00", "0"],
    ["10", "10"],
    ["100.000", "100"],
    ["0.000001", "0.000001"],
  ])("write %s as %s", (text, canonical) => {
    expect(canonicalDecimal(text)).toBe(canonical)
  })

  it("name each condition once, in one order", () => {
    const size = { name: "Size", value: "1" }
    const traits = traitsOf({
      category_id: null,
      brand: "Bosch",
      properties: [size, { name: "Colour", value: "red" }, size],
      labels: ["new"],
    })
    expect(traits).toHaveLength(4)
    expect(inOneOrder([...traits].reverse())).toEqual(traits)
  })

  it.each([
    [1, { list: [1], traits: [{ kind: "label" as const, name: "", value: "new" }], category_key: 1 }],
    [
      2,
      {
        list: null,
        traits: [
          { kind: "brand" as const, name: "", value: "B" },
          { kind: "label" as const, name: "", value: "new" },
        ],
        category_key: 1,
      },
    ],
    [3, { list: null, traits: [{ kind: "property" as const, name: "P", value: "1" }], category_key: null }],
    [4, { list: null, traits: [{ kind: "brand" as const, name: "", value: "B" }], category_key: 1 }],
    [5, { list: null, traits: [], category_key: 1 }],
    [6, { list: null, traits: [], category_key: null }],
  ])("are as specific as the most specific condition: %i", (specificity, facts) => {
    expect(specificityOf(facts)).toBe(specificity)
  })
})
