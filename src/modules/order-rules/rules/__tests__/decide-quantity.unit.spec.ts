import fc from "fast-check"
import { decideQuantity, type QuantityRule } from "../decide-quantity"

const rule = (multiplicity: string, minimum = "0", maximum: string | null = null): QuantityRule => ({ multiplicity, minimum, maximum })

describe("decideQuantity", () => {
  it.each([
    ["1", rule("1")],
    ["10", rule("10")],
    ["20", rule("10", "20")],
    ["12", rule("6", "10")],
    ["100", rule("10", "0", "100")],
    ["0.5", rule("0.25")],
    ["0.3", rule("0.1")],
    ["1000000000", rule("0.000001")],
  ])("accepts %s by %j", (quantity, by) => {
    expect(decideQuantity(quantity, by)).toEqual({ ok: true })
  })

  it.each<[string, QuantityRule, string, string | null, string | null]>([
    ["0", rule("10"), "quantity_not_positive", null, "10"],
    ["-1", rule("10", "15"), "quantity_not_positive", null, "20"],
    ["9", rule("10"), "quantity_not_multiple", null, "10"],
    ["11", rule("10"), "quantity_not_multiple", "10", "20"],
    ["19", rule("10", "20"), "quantity_below_minimum", null, "20"],
    ["10", rule("10", "20"), "quantity_below_minimum", null, "20"],
    ["21", rule("10", "20"), "quantity_not_multiple", "20", "30"],
    ["11", rule("6", "10"), "quantity_not_multiple", null, "12"],
    ["6", rule("6", "10"), "quantity_below_minimum", null, "12"],
    ["99", rule("10", "0", "100"), "quantity_not_multiple", "90", "100"],
    ["101", rule("10", "0", "100"), "quantity_above_maximum", "100", null],
    ["110", rule("10", "0", "105"), "quantity_above_maximum", "100", null],
    ["104", rule("10", "0", "105"), "quantity_not_multiple", "100", null],
    ["2.5", rule("1"), "quantity_fractional", "2", "3"],
    ["0.3", rule("0.25"), "quantity_not_multiple", "0.25", "0.5"],
    ["5", rule("10", "0", "9"), "quantity_not_multiple", null, null],
  ])("refuses %s by %j as %s and offers %s or %s", (quantity, by, code, lower, upper) => {
    expect(decideQuantity(quantity, by)).toEqual({ ok: false, code, nearest: { lower, upper } })
  })

  it.each<[string, QuantityRule, string, string | null, string | null]>([
    ["2.5", { ...rule("2.5"), grain: "1" }, "quantity_fractional", null, "5"],
    ["2", { ...rule("0.5"), grain: "4" }, "quantity_fractional", null, "4"],
    ["8", { ...rule("6", "0", "20"), grain: "4" }, "quantity_not_multiple", null, "12"],
    ["13", { ...rule("6", "0", "20"), grain: "4" }, "quantity_fractional", "12", null],
  ])("refuses %s by %j, which has a grain, as %s and offers %s or %s", (quantity, by, code, lower, upper) => {
    expect(decideQuantity(quantity, by)).toEqual({ ok: false, code, nearest: { lower, upper } })
  })

  it.each([
    ["many", rule("1"), "The quantity many is not a number"],
    ["1", rule("0"), "The multiplicity 0 is not positive"],
    ["1", rule("1", "x"), "The minimum x is not a number"],
  ])("throws for %s by %j", (quantity, by, message) => {
    expect(() => decideQuantity(quantity, by)).toThrow(message)
  })

  it("agrees with trying every quantity, and offers the closest accepted ones", () => {
    const scale = 4
    const units = (max: number) => fc.integer({ min: 0, max })
    fc.assert(
      fc.property(units(60), fc.integer({ min: 1, max: 20 }), units(60), fc.option(units(60)), (asked, step, minimum, maximum) => {
        const text = (count: number) => String(count / scale)
        const by = rule(text(step), text(minimum), maximum === null ? null : text(maximum))
        const isValid = (count: number) => count > 0 && count % step === 0 && count >= minimum && (maximum === null || count <= maximum)
        const valid = Array.from({ length: 200 }, (_, count) => count).filter(isValid)
        const lower = valid.filter((count) => count < asked).at(-1)
        const upper = valid.find((count) => count > asked)
        const decision = decideQuantity(text(asked), by)
        expect(decision.ok).toBe(isValid(asked))
        if (decision.ok) return
        expect(decision.nearest).toEqual({
          lower: lower === undefined ? null : text(lower),
          upper: upper === undefined ? null : text(upper),
        })
        for (const offered of [decision.nearest.lower, decision.nearest.upper]) {
          if (offered !== null) expect(decideQuantity(offered, by)).toEqual({ ok: true })
        }
      }),
      { numRuns: 2_000 }
    )
  })
})
