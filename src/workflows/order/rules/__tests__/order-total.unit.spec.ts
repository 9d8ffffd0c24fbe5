import fc from "fast-check"
import { orderTotal } from "../order-total"

describe("orderTotal", () => {
  it.each([
    ["is zero for no lines", [], "0"],
    [
      "adds what floats cannot",
      [
        { unit_price: "0.10", quantity: "1" },
        { unit_price: "0.20", quantity: "1" },
      ],
      "0.3",
    ],
    [
      "keeps every kopeck of a large order",
      [
        { unit_price: "99999999.99", quantity: "1000000000" },
        { unit_price: "0.01", quantity: "1" },
      ],
      "99999999990000000.01",
    ],
  ])("%s", (_title, lines, expected) => {
    expect(orderTotal(lines)).toBe(expected)
  })

  it("equals the sum of its lines counted in kopecks, in any order of the lines", () => {
    const line = fc.record({ kopecks: fc.bigInt({ min: 0n, max: 10n ** 10n }), quantity: fc.bigInt({ min: 1n, max: 10n ** 9n }) })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 50 }), (lines) => {
        const priced = lines.map(({ kopecks, quantity }) => ({
          unit_price: `${kopecks / 100n}.${String(kopecks % 100n).padStart(2, "0")}`,
          quantity: String(quantity),
        }))
        const exact = lines.reduce((sum, { kopecks, quantity }) => sum + kopecks * quantity, 0n)
        const total = orderTotal(priced)
        const [whole = "0", cents = ""] = total.split(".")
        expect(BigInt(whole) * 100n + BigInt(cents.padEnd(2, "0"))).toBe(exact)
        expect(orderTotal([...priced].reverse())).toBe(total)
      })
    )
  })
})
