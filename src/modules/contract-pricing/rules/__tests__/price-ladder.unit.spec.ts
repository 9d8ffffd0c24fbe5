import { adjustAmount, type PriceChange } from "../adjust-amount"
import { parseDecimal, writeDecimal } from "../decimal"
import { amountAt, nextStep, priceAt, priceLadder } from "../price-ladder"
import type { PricePoint } from "../price-points"

const percent = (rank: number, value: string): PriceChange => ({ rank, kind: "percent", value })
const fixed = (rank: number, value: string): PriceChange => ({ rank, kind: "fixed", value })

const NONE = parseDecimal("0")
const base = (amount: string) => ({ from: NONE, amount, price_type_key: null, conversion: null })
const own = (amount: string) => ({ from: NONE, amount, document: null, as_of: null })

const point = (data: Partial<PricePoint> = {}): PricePoint => ({
  from_quantity: "0",
  contract_price: null,
  base_price: base("100"),
  changes: [],
  shut_off_by: null,
  ...data,
})

describe("adjusting a base price", () => {
  it.each([
    ["nothing changes nothing", [], "100"],
    ["a percentage is taken of the base", [percent(1, "-7.5")], "92.5"],
    ["a fixed change is money", [fixed(1, "0.000001")], "100.000001"],
    ["the farther comes first: a tenth off, then ten more", [fixed(1, "10"), percent(2, "-10")], "100"],
    ["the farther comes first: ten more, then a tenth off", [percent(1, "-10"), fixed(2, "10")], "99"],
    ["a hundred percent off is zero", [percent(1, "-100")], "0"],
    ["a kopeck below zero is zero", [fixed(1, "-100.01")], "0"],
    ["what passes below zero on the way may come back", [fixed(1, "120"), fixed(2, "-110")], "110"],
    ["no digit is lost", [percent(1, "0.000001"), percent(2, "0.000001")], "100.00000200000001"],
  ])("%s", (_title, changes, amount) => {
    expect(writeDecimal(adjustAmount(parseDecimal("100"), changes))).toBe(amount)
    expect(writeDecimal(adjustAmount(parseDecimal("100"), [...changes].reverse()))).toBe(amount)
  })
})

describe("a point", () => {
  it.each([
    ["a contract price is final, whatever adjustments there are", { contract_price: own("7"), changes: [percent(2, "-50")] }, "7"],
    ["a contract price of zero is one too", { contract_price: own("0") }, "0"],
    ["without any price there is none to adjust", { base_price: null, changes: [fixed(1, "5")] }, null],
    ["all changes count together", { changes: [percent(1, "-10"), fixed(2, "10")] }, "99"],
  ])("%s", (_title, data, amount) => {
    const found = amountAt(point(data))
    expect(found && writeDecimal(found)).toBe(amount)
  })
})

describe("a ladder", () => {
  const ladder = priceLadder(
    [
      point({ base_price: null }),
      point({ from_quantity: "5", contract_price: own("10.004") }),
      point({ from_quantity: "9.5", contract_price: own("9.996") }),
      point({ from_quantity: "100", contract_price: own("9") }),
    ],
    "rub"
  )

  it("leaves out a point that costs the same after rounding", () => {
    expect(ladder).toEqual([
      { from_quantity: "0", price: null },
      { from_quantity: "5", price: "10.00" },
      { from_quantity: "100", price: "9.00" },
    ])
  })

  it.each([
    ["4.999999", null],
    ["5", "10.00"],
    ["99.999999", "10.00"],
    ["100", "9.00"],
  ])("costs at %s: %s", (quantity, price) => {
    expect(priceAt(ladder, quantity)).toBe(price)
  })

  it("tells the next step, and none at the end", () => {
    expect(nextStep(ladder)).toEqual({ from_quantity: "5", price: "10.00" })
    expect(nextStep(ladder.slice(2))).toBeNull()
    expect(priceAt([], "1")).toBeNull()
  })

  it("passes over a gap, and the same price behind it", () => {
    const gapped = priceLadder(
      [
        point({ contract_price: own("10") }),
        point({ from_quantity: "2", base_price: null }),
        point({ from_quantity: "5", contract_price: own("10") }),
        point({ from_quantity: "9", contract_price: own("8") }),
      ],
      "rub"
    )
    expect(nextStep(gapped)).toEqual({ from_quantity: "9", price: "8.00" })
    expect(nextStep(gapped.slice(0, 3))).toBeNull()
  })
})
