import fc from "fast-check"
import { addDecimals, compareDecimals, isPositive, multiplyDecimals, parseDecimal, shareOf, toFixedDecimal } from "../decimal"

const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 6 })).map(([units, scale]) => {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0")
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  return parseDecimal(units < 0n ? `-${text}` : text) ?? "unreadable"
})

describe("decimals of 1C", () => {
  it.each([
    ["a plain integer", "796", "796"],
    ["a point", "231.7400", "231.74"],
    ["a comma", "1,4", "1.4"],
    ["a minus", "-3", "-3"],
    ["no-break spaces between thousands", "-999\u00a0999\u00a0999,9", "-999999999.9"],
    ["narrow and plain spaces between thousands", "1 234\u202f567.5", "1234567.5"],
    ["leading zeros", "007.50", "7.5"],
    ["nothing before the point", ",5", "0.5"],
    ["nothing after the point", "5.", "5"],
    ["a negative zero", "-0,00", "0"],
    ["spaces around", " 12 ", "12"],
    ["more digits than a float holds", "12345678901234567890.123456789", "12345678901234567890.123456789"],
  ])("read %s", (_, raw, expected) => expect(parseDecimal(raw)).toBe(expected))

  it.each([
    ["an empty text", ""],
    ["a separator alone", "."],
    ["an exponent", "1e5"],
    ["two separators", "1,234.56"],
    ["wrong groups of thousands", "12 34"],
    ["words", "по запросу"],
    ["a plus", "+5"],
    ["a doubled minus", "--5"],
    ["hexadecimal digits", "0x10"],
    ["a number of sixty-one digits", "1".repeat(61)],
  ])("refuse %s", (_, raw) => expect(parseDecimal(raw)).toBeNull())

  it("are their own canonical form", () => {
    fc.assert(fc.property(decimal, (value) => parseDecimal(value) === value && /^(?!-0$)-?\d+(\.\d*[1-9])?$/.test(value)))
  })

  it("add and multiply exactly", () => {
    expect(addDecimals("0.1", "0.2")).toBe("0.3")
    expect(addDecimals("10", "-10.00")).toBe("0")
    expect(multiplyDecimals("0.1", "12")).toBe("1.2")
    expect(multiplyDecimals("-1.5", "-1.5")).toBe("2.25")
  })

  it("keep the laws of addition", () => {
    fc.assert(
      fc.property(
        decimal,
        decimal,
        (a, b) => addDecimals(a, b) === addDecimals(b, a) && addDecimals(addDecimals(a, b), `0`) === addDecimals(a, b)
      )
    )
    fc.assert(fc.property(decimal, (a) => addDecimals(a, multiplyDecimals(a, "-1")) === "0"))
  })

  it.each([
    ["2.5", "2.50", 0],
    ["2.49", "2.5", -1],
    ["-1", "-2", 1],
  ])("compare %s with %s", (left, right, expected) => expect(compareDecimals(left, right)).toBe(expected))

  it.each([
    ["0.01", true],
    ["0", false],
    ["-0.01", false],
  ])("tell whether %s is positive", (value, expected) => expect(isPositive(value)).toBe(expected))

  it.each([
    ["VAT inside an amount", "1200", "20", "120", 2, "200.00"],
    ["half up", "0.125", "1", "1", 2, "0.13"],
    ["just below half", "0.1249", "1", "1", 2, "0.12"],
    ["a negative half away from zero", "-0.125", "1", "1", 2, "-0.13"],
    ["to whole units", "2.5", "1", "1", 0, "3"],
  ])("round a share: %s", (_, amount, numerator, denominator, digits, expected) => {
    expect(shareOf(amount, numerator, denominator, digits)).toBe(expected)
  })

  it("write the places that a column of money has", () => expect(toFixedDecimal("1200", 2)).toBe("1200.00"))
})
