import { parseDecimal } from "../../../../modules/contract-pricing/rules/decimal"
import { NO_ADJUSTMENTS, readAdjustments, readKeptRules } from "../read-adjustments"

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

  it("are read as they are kept, with their rank, days and currency", () => {
    const list =
      "40 12 0 {} percent -7.5 0 f -730119 2921939 * 41 7 0 {61,5} withheld 0 0 f 9500 9530 * 52 9 30 {} fixed -120 0.5 t -730119 9999 rub "
    const open = { starts_on: -730_119, ends_on: 2_921_939, currency_code: null }
    expect(readKeptRules(list, { "7": "Не для сетей" })).toEqual([
      {
        ...open,
        rule: {
          ...{ rank: 40, key: 12, category_key: null, trait_keys: [], kind: "percent", value: "-7.5" },
          ...{ from: parseDecimal("0"), is_stacking: false },
        },
      },
      {
        ...{ starts_on: 9_500, ends_on: 9_530, currency_code: null },
        rule: {
          ...{ rank: 41, key: 7, category_key: null, trait_keys: [61, 5], from: parseDecimal("0") },
          ...{ is_stacking: false, name: "Не для сетей" },
        },
      },
      {
        ...{ ...open, ends_on: 9_999, currency_code: "rub" },
        rule: {
          ...{ rank: 52, key: 9, category_key: 30, trait_keys: [], kind: "fixed", value: "-120" },
          ...{ from: parseDecimal("0.5"), is_stacking: true },
        },
      },
    ])
  })
})
