import { MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import { readMillionths, wholePercentOf, writeMillionths } from "../millionths"

const amount = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 12n - 1n }), fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([isNegative, whole, millionths, digits]) => {
    const fraction = String(millionths).padStart(6, "0").slice(0, digits)
    return `${isNegative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`
  })

describe("millionths", () => {
  it("write what was read, as a library for decimals writes it", () => {
    fc.assert(
      fc.property(amount, (text) => {
        const canonical = MathBN.convert(text).toFixed()
        expect(writeMillionths(readMillionths(text))).toBe(canonical === "-0" ? "0" : canonical)
      })
    )
  })

  it("add up and compare as the quantities do", () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(writeMillionths(readMillionths(a) - readMillionths(b))).toBe(MathBN.sub(a, b).toFixed())
        expect(readMillionths(a) < readMillionths(b)).toBe(MathBN.lt(a, b))
      })
    )
  })

  it("of a percentage are whole units, never rounded up", () => {
    const percent = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => MathBN.div(hundredths, 100).toFixed())
    fc.assert(
      fc.property(amount, percent, (text, share) => {
        const quantity = text.replace("-", "")
        const expected = MathBN.convert(quantity).times(share).div(100).dp(0, 1).toFixed()
        expect(writeMillionths(wholePercentOf(readMillionths(quantity), share))).toBe(expected)
      })
    )
  })

  it.each([
    ["1.2345678", RangeError],
    ["five", SyntaxError],
    ["1e3", SyntaxError],
  ])("are not read from %s", (text, error) => {
    expect(() => readMillionths(text)).toThrow(error)
  })
})
