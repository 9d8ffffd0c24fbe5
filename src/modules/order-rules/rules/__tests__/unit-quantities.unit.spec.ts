import { MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import { grainOf, unitPrecision } from "../unit-precision"
import { unitQuantities } from "../unit-quantities"

const rule = (multiplicity: string, minimum = "0", maximum: string | null = null) => ({ multiplicity, minimum, maximum })
const PIECE = { code: "796", coefficient: "1" }
const PACK = { code: "778", coefficient: "12" }

describe("unitQuantities", () => {
  it.each([
    ["pieces without a rule", rule("1"), PIECE, { step: "1", minimum: "1", maximum: null }],
    ["pieces by six", rule("6", "10", "40"), PIECE, { step: "6", minimum: "12", maximum: "36" }],
    ["pieces by two and a half, whole ones only", rule("2.5"), PIECE, { step: "5", minimum: "5", maximum: null }],
    ["packs of what goes by eight", rule("8"), PACK, { step: "2", minimum: "2", maximum: null }],
    ["packs of what goes by six", rule("6", "13", "47"), PACK, { step: "1", minimum: "2", maximum: "3" }],
    ["the last pack below the maximum", rule("1", "0", "12"), PACK, { step: "1", minimum: "1", maximum: "1" }],
    ["packs where the maximum is a piece short of one", rule("1", "0", "11"), PACK, null],
    [
      "kilograms of grams, in thousandths",
      rule("1"),
      { code: "166", coefficient: "1000" },
      { step: "0.001", minimum: "0.001", maximum: null },
    ],
    ["kilograms of packets of 250 g", rule("250"), { code: "166", coefficient: "1000" }, { step: "0.25", minimum: "0.25", maximum: null }],
  ])("tells %s", (_title, by, unit, told) => {
    expect(unitQuantities(by, unit)).toEqual(told)
  })

  it("agrees with trying every quantity", () => {
    const small = fc.integer({ min: 1, max: 12 })
    fc.assert(
      fc.property(small, small, fc.integer({ min: 0, max: 40 }), fc.option(small), (step, coefficient, minimum, most) => {
        const maximum = most === null ? null : minimum + most
        const isValid = (count: number) =>
          (count * coefficient) % step === 0 && count * coefficient >= minimum && (maximum === null || count * coefficient <= maximum)
        const valid = Array.from({ length: 200 }, (_, index) => index + 1).filter(isValid)
        const told = unitQuantities(rule(String(step), String(minimum), maximum === null ? null : String(maximum)), {
          code: "778",
          coefficient: String(coefficient),
        })
        expect(told && Number(told.minimum)).toBe(valid[0] ?? null)
        expect(told && maximum !== null ? Number(told.maximum) : null).toBe(maximum === null ? null : (valid.at(-1) ?? null))
        if (told && valid.length > 1) {
          expect(Number(told.step)).toBe((valid[1] ?? 0) - (valid[0] ?? 0))
        }
      })
    )
  })
})

describe("unitPrecision", () => {
  it.each([
    ["796", 0],
    ["778", 0],
    ["166", 3],
    ["no such unit", 0],
  ])("of %s is %i", (code, digits) => {
    expect(unitPrecision(code)).toBe(digits)
  })

  it("makes a grain in base units", () => {
    expect([
      grainOf(PACK),
      grainOf({ code: "166", coefficient: "1" }),
      MathBN.convert(grainOf({ code: "168", coefficient: "1000" })).toFixed(),
    ]).toEqual(["12", "0.001", "1"])
  })
})
