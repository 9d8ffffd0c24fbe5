import fc from "fast-check"
import { parseQuantity } from "../parse-quantity"

describe("parseQuantity", () => {
  it.each([
    ["12", "12", null],
    [" 12", "12", null],
    ["+5", "5", null],
    ["0012", "12", null],
    ["1 000", "1000", null],
    ["1 000,5", "1000.5", null],
    ["1\u00a0000,50", "1000.5", null],
    ["1\u202f234\u202f567", "1234567", null],
    ["1'000", "1000", null],
    ["1,234,567", "1234567", null],
    ["1,234.5", "1234.5", null],
    ["1.234,5", "1234.5", null],
    ["2,5", "2.5", null],
    ["2.50", "2.5", null],
    ["0,500", "0.5", null],
    ["1 000,125", "1000.125", null],
    ["1234,567", "1234.567", null],
    ["10 шт", "10", "шт"],
    ["10шт.", "10", "шт."],
    ["3 м²", "3", "м2"],
    ["1 000 уп", "1000", "уп"],
    ["1000000000", "1000000000", null],
  ])("reads %p as %s in the unit %p", (text, quantity, unit) => {
    expect(parseQuantity(text)).toEqual({ state: "value", quantity, unit })
  })

  it.each([
    ["", "empty"],
    ["  \u00a0", "empty"],
    ["0", "zero"],
    ["0,00", "zero"],
    ["-0", "zero"],
  ])("takes %p for %s", (text, state) => {
    expect(parseQuantity(text)).toEqual({ state })
  })

  it.each([
    ["-5", "quantity_negative"],
    ["\u22125", "quantity_negative"],
    ["-0,5", "quantity_negative"],
    ["1000000001", "quantity_too_large"],
    ["1000000000,5", "quantity_too_large"],
    ["1,000", "quantity_ambiguous"],
    ["12.500", "quantity_ambiguous"],
    ["много", "quantity_unreadable"],
    ["10 12", "quantity_unreadable"],
    ["1 00", "quantity_unreadable"],
    ["1,2,3", "quantity_unreadable"],
    ["12.34,567.8", "quantity_unreadable"],
    ["1e3", "quantity_unreadable"],
    ["1E+3", "quantity_unreadable"],
    ["10 шт по 5", "quantity_unreadable"],
    ["5-10", "quantity_unreadable"],
    ["(5)", "quantity_unreadable"],
    ["9".repeat(41), "quantity_unreadable"],
  ])("refuses %p as %s", (text, code) => {
    expect(parseQuantity(text)).toMatchObject({ state: "problem", code })
  })

  it("settles an ambiguous text by the known separator of the file", () => {
    expect(parseQuantity("1,000", ",")).toMatchObject({ quantity: "1" })
    expect(parseQuantity("1,000", ".")).toMatchObject({ quantity: "1000" })
    expect(parseQuantity("1.000", ",")).toMatchObject({ quantity: "1000" })
  })

  it("reads back every amount as 1C and Excel print it in Russian", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, "\u00a0")
        const expected = cents === 0 ? `${whole}` : `${whole}.${String(cents).padStart(2, "0").replace(/0$/, "")}`
        expect(parseQuantity(`${grouped},${String(cents).padStart(2, "0")}`)).toMatchObject({ quantity: expected })
      })
    )
  })

  it("gives a canonical decimal, a state or a problem for any text and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const parsed = parseQuantity(text)
        if (parsed.state === "value") expect(parsed.quantity).toMatch(/^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/)
      })
    )
  })
})
