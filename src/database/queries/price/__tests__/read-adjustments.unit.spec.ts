import { parseDecimal } from "../../../../modules/contract-pricing/rules/decimal"
import { NO_ADJUSTMENTS, readAdjustments } from "../read-adjustments"

describe("adjustments of an answer", () => {
  it("are read in order of rank, those that withhold goods apart, by their names", () => {
    const adjustments = "12 0 {} percent -7.5 0 f 7 0 {61,5} withheld 0 0 f 2147483647 30 {461} fixed 120 0.5 t "
    expect(readAdjustments({ adjustments, withheld_names: { "7": "Не для сетей; t f" } })).toEqual({
      adjustments: [
        {
          ...{ rank: 1, key: 12, category_key: null, trait_keys: [], kind: "percent", value: "-7.5" },
          ...{ from: parseDecimal("0"), is_stacking: false },
        },
        {
          ...{ rank: 3, key: 2_147_483_647, category_key: 30, trait_keys: [461], kind: "fixed", value: "120" },
          ...{ from: parseDecimal("0.5"), is_stacking: true },
        },
      ],
      withholdings: [
        {
          ...{ rank: 2, key: 7, category_key: null, trait_keys: [61, 5], from: parseDecimal("0") },
          ...{ is_stacking: false, name: "Не для сетей; t f" },
        },
      ],
    })
  })

  it("are none where a contract is in the scope of none", () => {
    expect(readAdjustments(NO_ADJUSTMENTS)).toEqual({ adjustments: [], withholdings: [] })
  })
})
