import { MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import { convertAmount, type RateLeg } from "../convert-amount"
import { divideDecimals, parseDecimal, writeDecimal } from "../decimal"
import { rateOfOne } from "../rate-of-one"

const leg = (rate: string, data: Partial<RateLeg> = {}): RateLeg => ({
  currency_code: "usd",
  in_currency: "rub",
  on_date: "2026-02-01",
  rate,
  source: "erp",
  as_of: null,
  is_inverse: false,
  ...data,
})
const inverse = (rate: string) => leg(rate, { is_inverse: true })

describe("the rate of one unit", () => {
  it.each([
    ["92.5137", "1", "92.5137"],
    ["19.4130", "100", "0.19413"],
    ["1", "3", "0.3333333333"],
    ["2", "3", "0.6666666667"],
    ["0.0000000001", "2", "0.0000000001"],
    ["9999999999.9999999999", "1", "9999999999.9999999999"],
  ])("is %s for %s units divided out, ten digits, half up: %s", (rate, nominal, wanted) => {
    expect(rateOfOne(rate, nominal)).toBe(wanted)
  })

  it.each([
    ["too small to be kept", "0.0000000001", "3"],
    ["of nothing", "0", "1"],
    ["for nothing", "1", "0"],
    ["too great to be kept", "9999999999", "0.5"],
  ])("does not exist where it is %s", (_title, rate, nominal) => {
    expect(rateOfOne(rate, nominal)).toBeNull()
  })
})

describe("converting an amount", () => {
  it.each([
    ["by a rate as it is told", "10", [leg("92.5137")], "925.137"],
    ["by the rate of the way back", "925.137", [inverse("92.5137")], "10"],
    ["exactly, where the quotient ends, so that a half is a half", "0.45", [inverse("90")], "0.005"],
    ["to twenty digits where it does not", "1", [inverse("3")], "0.33333333333333333333"],
    ["half up in the twentieth digit", "2", [inverse("3")], "0.66666666666666666667"],
    ["over the base currency there and back, divided once", "3", [leg("100"), inverse("300")], "1"],
    ["over the base currency by two rates told the other way", "12", [inverse("4"), inverse("3")], "1"],
    ["of nothing into nothing", "0.000000", [leg("92.5137")], "0"],
  ])("is done %s", (_title, amount, legs, wanted) => {
    const converted = convertAmount(parseDecimal(amount), { from: "usd", legs })
    expect(converted && writeDecimal(converted)).toBe(wanted)
  })

  it("gives nothing where there is no rate, and the amount itself where none is needed", () => {
    const amount = parseDecimal("10.0")
    expect(convertAmount(amount, { from: "usd", legs: [] })).toBeNull()
    expect(convertAmount(amount, null)).toBe(amount)
  })
})

it("a quotient agrees with a general library for decimals", () => {
  const decimals = (least: bigint) =>
    fc.tuple(fc.bigInt({ min: least, max: 10n ** 20n }), fc.integer({ min: 0, max: 10 })).map(([units, scale]) => ({ units, scale }))
  fc.assert(
    fc.property(decimals(-(10n ** 20n)), decimals(1n), fc.integer({ min: 0, max: 12 }), (a, b, digits) => {
      const text = writeDecimal(divideDecimals(a, b, digits))
      const [product, dividend] = [MathBN.mult(text, writeDecimal(b)), writeDecimal(a)]
      const unit = MathBN.mult(MathBN.div(writeDecimal(b), 2), MathBN.convert(`1e-${digits}`))
      expect(MathBN.lte(MathBN.abs(MathBN.sub(product, dividend)), unit)).toBe(true)
      expect(parseDecimal(text).scale).toBeLessThanOrEqual(digits)
    })
  )
})
