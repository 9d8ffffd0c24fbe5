import fc from "fast-check"
import { convertUnit } from "../convert-unit"

describe("convertUnit", () => {
  it.each([
    ["3", "12", "36"],
    ["0.1", "3", "0.3"],
    ["1.5", "0.000001", "0.0000015"],
    ["999999999999.999999", "999999.999999", "999999999998999999.000000000001"],
    ["0", "12", "0"],
  ])("%s units of %s are %s base units", (quantity, coefficient, expected) => {
    expect(convertUnit(quantity, coefficient)).toBe(expected)
  })

  it.each([
    ["x", "1"],
    ["1", "x"],
    ["1", "0"],
    ["1", "-2"],
  ])("refuses %s by %s with both figures", (quantity, coefficient) => {
    expect(() => convertUnit(quantity, coefficient)).toThrow(`${quantity} cannot be converted by the coefficient ${coefficient}`)
  })

  it("is exact for whole millionths", () => {
    const millionths = fc.bigInt({ min: 1n, max: 10n ** 15n })
    const text = (value: bigint) => `${value / 1_000_000n}.${String(value % 1_000_000n).padStart(6, "0")}`
    fc.assert(
      fc.property(millionths, millionths, (quantity, coefficient) => {
        const [whole = "", fraction = ""] = convertUnit(text(quantity), text(coefficient)).split(".")
        expect(BigInt(whole + fraction.padEnd(12, "0"))).toBe(quantity * coefficient)
      })
    )
  })
})
