import { MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import { calculatedPriceSet } from "../calculated-price-set"
import { parseDecimal, writeFixed } from "../decimal"
import type { Conversion } from "../convert-amount"
import { decidePrice } from "../decide-price"
import type { VatFooting } from "../vat-footing"
import { roundPrice } from "../round-price"

/** The mode of Medusa's decimals that goes away from zero. */
const HALF_UP = 4

/** Non-negative amounts with up to six digits after the point, as the price table holds them. */
const amounts = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(6, "0")}`)

describe("rounding a price", () => {
  it.each([
    ["150.505", "rub", "150.51"],
    ["150.504999", "RUB", "150.50"],
    ["0.005", "rub", "0.01"],
    ["0", "rub", "0.00"],
    ["12.5", "jpy", "13"],
    ["1.2345", "kwd", "1.235"],
    ["99999999999999.995", "rub", "100000000000000.00"],
    ["1.005", "no such code", "1.01"],
  ])("makes %s %s into %s", (amount, currency, price) => {
    expect(roundPrice(amount, currency)).toBe(price)
  })

  it("moves no amount by more than half a kopeck, and leaves a rounded one alone", () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const price = roundPrice(amount, "rub")
        expect(MathBN.abs(MathBN.sub(price, amount)).lte("0.005")).toBe(true)
        expect(roundPrice(price, "rub")).toBe(price)
      })
    )
  })
})

describe("reading a decimal", () => {
  const digits = (max: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: max }).map((each) => each.join(""))

  it("takes short and long ones alike for what they say", () => {
    fc.assert(
      fc.property(fc.constantFrom("", "-"), digits(18), digits(12), (sign, whole, fraction) => {
        expect(parseDecimal(`${sign}${whole}`)).toEqual({ units: BigInt(`${sign}${whole}`), scale: 0 })
        const units = BigInt(`${sign}${whole}${fraction}`)
        expect(parseDecimal(`${sign}${whole}.${fraction}`)).toEqual({ units, scale: fraction.length })
      })
    )
  })

  it.each(["1e5", "1.2.3", "12a", "1,5", "-"])("refuses %s", (text) => {
    expect(() => parseDecimal(text)).toThrow(SyntaxError)
  })
})

describe("deciding a price", () => {
  const usd = (...rates: string[]): Conversion => {
    const leg = { currency_code: "usd", in_currency: "rub", on_date: "2026-02-01", source: "erp" as const, as_of: null, is_inverse: false }
    return { from: "usd", legs: rates.map((rate) => ({ ...leg, rate })) }
  }
  const facts = {
    amount: parseDecimal("10.005"),
    currency_code: "rub",
    retail_amount: "12",
    retail_conversion: null as Conversion | null,
    footing: null,
  }

  it.each([
    ["own and retail stand side by side", {}, ["10.01", "12.00", "16.58", true]],
    ["no own price means not orderable", { amount: null }, [null, "12.00", null, false]],
    ["zero is a price", { amount: parseDecimal("0") }, ["0.00", "12.00", "100", true]],
    ["retail in another currency is converted", { retail_conversion: usd("2") }, ["10.01", "24.00", "58.29", true]],
    ["and left out where there is no rate", { retail_conversion: usd() }, ["10.01", null, null, true]],
    ["retail may be missing", { retail_amount: null }, ["10.01", null, null, true]],
    ["a price that equals retail is no discount", { amount: parseDecimal("12") }, ["12.00", "12.00", null, true]],
    ["one above retail is none either", { amount: parseDecimal("12.01") }, ["12.01", "12.00", null, true]],
  ])("%s", (_title, change, [price, retail_price, discount_percent, is_orderable]) => {
    expect(decidePrice({ ...facts, ...change })).toEqual({ price, retail_price, discount_percent, is_orderable })
  })

  it.each([
    ["an own price without VAT is compared with its tax", "100", "150", { own_includes_vat: false, vat_rate: "20" }, "20"],
    ["a retail price without VAT is compared with its tax", "120", "100", { own_includes_vat: true, vat_rate: "20" }, null],
    ["and stands above the own one that is lower than it with tax", "119.99", "100", { own_includes_vat: true, vat_rate: "20" }, "0.01"],
    ["a net price that is lower by less than the tax is no discount", "100", "110", { own_includes_vat: false, vat_rate: "20" }, null],
    ["a rate may have a fraction", "100", "215", { own_includes_vat: false, vat_rate: "7.5" }, "50"],
    ["without VAT both are what they are", "100", "200", { own_includes_vat: false, vat_rate: null }, "50"],
    ["of great amounts too", "100000000000", "240000000000", { own_includes_vat: false, vat_rate: "20" }, "50"],
  ])("where own and retail price differ in their word on VAT, %s", (_title, own, retail_amount, footing, discount_percent) => {
    expect(decidePrice({ ...facts, amount: parseDecimal(own), retail_amount, footing })).toMatchObject({ discount_percent })
  })

  it("tells the percentage to the hundredth, half up, of prices of any size", () => {
    const kopecks = fc.bigInt({ min: 0n, max: 10n ** 15n })
    const written = (units: bigint) => writeFixed({ units, scale: 2 })
    fc.assert(
      fc.property(kopecks, kopecks, (one, other) => {
        const [own, retail] = one < other ? [one, other] : [other, one]
        const amounts = { amount: { units: own, scale: 2 }, retail_amount: written(retail) }
        const { discount_percent } = decidePrice({ ...facts, ...amounts })
        const wanted = MathBN.div(MathBN.mult(MathBN.sub(written(retail), written(own)), 100), retail === 0n ? 1 : written(retail))
        expect(discount_percent).toBe(own === retail ? null : wanted.decimalPlaces(2, HALF_UP).toFixed())
      })
    )
  })
})

describe("the answer of Medusa's pricing service", () => {
  const facts = {
    price_set_id: "pset_1",
    entry_key: 7,
    currency_code: "rub",
    is_tax_inclusive: true,
    is_retail_tax_inclusive: false,
    footing: null,
  }
  const told = (price: string | null, retail_price: string | null) => calculatedPriceSet({ ...facts, price, retail_price })

  it.each([
    ["a price below retail is a sale beside it", ["10.00", "12.00"], [10, "kontor_contract", "sale"], [12, null, null]],
    ["a price above retail is plain, and retail comes from a list", ["12.00", "10.00"], [12, null, null], [10, "kontor_retail", null]],
    ["prices that are equal are one", ["10.00", "10.00"], [10, null, null], [10, null, null]],
    ["without retail the own one is both", ["10.00", null], [10, null, null], [10, null, null]],
    ["zero is a price", ["0.00", "10.00"], [0, "kontor_contract", "sale"], [10, null, null]],
  ] as const)("%s", (_title, [price, retail], own, original) => {
    const set = told(price, retail)
    expect([set?.calculated_amount, set?.calculated_price?.price_list_id, set?.calculated_price?.price_list_type]).toEqual(own)
    expect([set?.original_amount, set?.original_price?.price_list_id, set?.original_price?.price_list_type]).toEqual(original)
    expect([set?.is_calculated_price_price_list, set?.is_original_price_price_list]).toEqual([own[1] !== null, original[1] !== null])
  })

  it("tells a sale by both prices with VAT where one of them has it and the other not", () => {
    const listOf = (footing: Partial<VatFooting>) =>
      calculatedPriceSet({
        ...facts,
        price: "10.00",
        retail_price: "11.00",
        footing: { own_includes_vat: true, vat_rate: "20", ...footing },
      })
    expect(listOf({})?.calculated_price?.price_list_id).toBe("kontor_contract")
    expect(listOf({ own_includes_vat: false })).toMatchObject({
      calculated_price: { price_list_id: null },
      original_price: { id: "price_retail_7", price_list_id: "kontor_retail" },
    })
  })

  it("is none without an own price", () => {
    expect(told(null, "10.00")).toBeNull()
  })

  it("carries the exact amounts, ids that stay the same, and what each price type says of VAT", () => {
    expect(told("99999999999999.99", "100000000000000.00")).toMatchObject({
      id: "pset_1",
      currency_code: "rub",
      is_calculated_price_tax_inclusive: true,
      is_original_price_tax_inclusive: false,
      raw_calculated_amount: { value: "99999999999999.99", precision: 20 },
      raw_original_amount: { value: "100000000000000.00", precision: 20 },
      calculated_price: { id: "price_own_7", min_quantity: null, max_quantity: null },
      original_price: { id: "price_retail_7", min_quantity: null, max_quantity: null },
    })
    expect(told("10.00", "10.00")).toMatchObject({ original_price: { id: "price_own_7" } })
    expect(told("10.00", null)).toMatchObject({ is_original_price_tax_inclusive: true })
  })
})
