import { MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import { parseDecimal } from "../decimal"
import { unitPrice } from "../unit-price"
import { vatOf } from "../vat-of"

const within = (vat_rate: string | null) => ({ vat_rate, includes_vat: true })
const onTop = (vat_rate: string | null) => ({ vat_rate, includes_vat: false })

describe("the VAT of an amount", () => {
  it.each([
    ["is the part of it that is tax", "120.00", within("20"), "rub", "20.00"],
    ["is what comes on top of one without", "120.00", onTop("20"), "rub", "24.00"],
    ["is rounded half up to the currency", "0.03", within("20"), "rub", "0.01"],
    ["is nothing just below half a kopeck", "0.02", within("20"), "rub", "0.00"],
    ["has a half that is exact", "1.10", within("10"), "rub", "0.10"],
    ["takes a rate with a fraction", "100.00", onTop("5.5"), "rub", "5.50"],
    ["of a rate of zero is zero", "100.00", within("0"), "rub", "0.00"],
    ["has the digits of its currency", "1100", within("10"), "jpy", "100"],
  ])("%s: %s", (_title, amount, terms, currency, vat) => {
    expect(vatOf(amount, terms, currency)).toBe(vat)
  })

  it("is not known where there is no rate", () => {
    expect(vatOf("120.00", within(null), "rub")).toBeNull()
  })

  it("and the rest come to the amount, and it is off by no more than half a kopeck", () => {
    const kopecks = fc.bigInt({ min: 0n, max: 10n ** 12n })
    fc.assert(
      fc.property(kopecks, fc.constantFrom("5", "7", "10", "20", "22"), (amount, rate) => {
        const written = `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`
        const vat = vatOf(written, within(rate), "rub") ?? ""
        const exact = MathBN.div(MathBN.mult(written, rate), MathBN.add(100, rate))
        expect(MathBN.lte(MathBN.abs(MathBN.sub(vat, exact)), "0.005")).toBe(true)
        const net = MathBN.sub(written, vat).toFixed(2)
        expect(MathBN.eq(MathBN.add(net, vat), written)).toBe(true)
      })
    )
  })
})

describe("the price of a sales unit", () => {
  it.each([
    ["is so many times the rounded price of one base unit", "1.005", "12", "12.12"],
    ["is rounded once more where the unit holds a fraction", "3.33", "0.5", "1.67"],
    ["of the base unit is the price", "1.005", "1", "1.01"],
  ])("%s", (_title, amount, coefficient, price) => {
    expect(unitPrice(parseDecimal(amount), coefficient, "rub")).toBe(price)
  })

  it("does not exist where there is no price", () => {
    expect(unitPrice(null, "12", "rub")).toBeNull()
  })
})
