import type { Conversion, RateLeg } from "../convert-amount"
import { type AdjustmentOrigin, explainPrice, type PriceOrigin } from "../explain-price"
import { judgeConsidered } from "../judge-considered"

const adjustment = (name: string): AdjustmentOrigin => ({
  id: `padj_${name}`,
  name,
  scope_kind: "everyone",
  is_stacking: false,
  document: null,
  as_of: null,
})
const base = { amount: "10", price_type: { id: "ptyp_1", name: "Оптовая", as_of: null }, conversion: null }
const rate: RateLeg = {
  currency_code: "usd",
  in_currency: "rub",
  on_date: "2026-02-01",
  rate: "92.5137",
  source: "erp",
  as_of: null,
  is_inverse: false,
}
const usd = (...legs: RateLeg[]) => ({ ...base, conversion: { from: "usd", legs } })
const change = { rank: 1, kind: "percent" as const, value: "-10", adjustment: adjustment("all") }
const explain = (origin: Partial<PriceOrigin>) =>
  explainPrice({ contract: null, base, changes: [], shut_off_by: null, ...origin }, "rub").map(({ code, amount }) => [code, amount])

describe("explaining a price", () => {
  it.each([
    ["a contract price leaves the rest aside", { contract: { amount: "7.005", from_quantity: "0", document: "7", as_of: null } }, [["contract_price", "7.005"], ["rounded", "7.01"]]],
    ["without any price there are no steps", { base: null }, []],
    ["a price in another currency is converted before it is changed", { base: usd(rate), changes: [change] },
      [["base_price", "10"], ["converted", "925.137"], ["adjusted", "832.6233"], ["rounded", "832.62"]]],
    ["without a rate there is no price", { base: usd(), changes: [change] }, []],
    ["a label says that it shuts changes off", { shut_off_by: "Sale" }, [["base_price", "10"], ["adjustments_shut_off", "10"], ["rounded", "10.00"]]],
    ["the farthest change comes first", {
      changes: [
        { rank: 1, kind: "fixed" as const, value: "1", adjustment: adjustment("near") },
        { rank: 2, kind: "percent" as const, value: "-10", adjustment: adjustment("far") },
      ],
    }, [["base_price", "10"], ["adjusted", "9"], ["adjusted", "10"], ["rounded", "10.00"]]],
    ["what ends at zero is not held there", {
      changes: [{ rank: 1, kind: "percent" as const, value: "-100", adjustment: adjustment("all") }],
    }, [["base_price", "10"], ["adjusted", "0"], ["rounded", "0.00"]]],
    ["what is below zero on the way only is not held there", {
      changes: [
        { rank: 1, kind: "fixed" as const, value: "12", adjustment: adjustment("near") },
        { rank: 2, kind: "fixed" as const, value: "-11", adjustment: adjustment("far") },
      ],
    }, [["base_price", "10"], ["adjusted", "-1"], ["adjusted", "11"], ["rounded", "11.00"]]],
    ["what ends below zero is held there, and says so", {
      changes: [{ rank: 1, kind: "fixed" as const, value: "-10.01", adjustment: adjustment("much") }],
    }, [["base_price", "10"], ["adjusted", "-0.01"], ["held_at_zero", "0"], ["rounded", "0.00"]]],
  ])("%s", (_title, origin, steps) => {
    expect(explain(origin)).toEqual(steps)
  }) // prettier-ignore
})

describe("judging what was considered", () => {
  const rows = {
    contract_prices: [{ from_quantity: "10" }, { from_quantity: "5" }, { from_quantity: "0" }],
    price_types: [null, "1", "2"].map((amount): { amount: string | null; conversion: Conversion | null } => ({ amount, conversion: null })),
    shut_off_by: null as string | null,
    adjustments: [
      { from_quantity: "10", is_stacking: false },
      { from_quantity: "0", is_stacking: false },
      { from_quantity: "0", is_stacking: true },
      { from_quantity: "0", is_stacking: false },
    ],
  }
  const outcomes = (given: Partial<typeof rows>, quantity: string) => {
    const { contract_prices, price_types, adjustments } = judgeConsidered({ ...rows, thresholds: [], ...given }, quantity)
    return [contract_prices, price_types, adjustments].map((list) => list.map(({ outcome }) => outcome))
  }

  it("lets the first contract price that is reached hold, and nothing beside it", () => {
    const rest = ["contract_price_is_final", "contract_price_is_final", "contract_price_is_final"]
    expect(outcomes({}, "9.999999")).toEqual([
      ["quantity_not_reached", "holds", "farther"],
      ["no_price", "contract_price_is_final", "contract_price_is_final"],
      ["quantity_not_reached", ...rest],
    ])
    expect(outcomes({}, "10")[0]).toEqual(["holds", "farther", "farther"])
  })

  it("lets the greatest threshold that is reached and whose type has a price hold, and then no type of the contract", () => {
    const thresholds = [
      { from_amount: "100", amount: "1" },
      { from_amount: "10", amount: null },
      { from_amount: "5", amount: "2" },
      { from_amount: "2", amount: "3" },
    ].map((row) => ({ ...row, basis: "quantity" as const }))
    const judge = (quantity: string, own: { from_quantity: string }[] = []) => {
      const judged = judgeConsidered({ ...rows, contract_prices: own, thresholds }, quantity)
      return [judged.thresholds, judged.price_types].map((list) => list.map(({ outcome }) => outcome))
    }
    expect(judge("10")).toEqual([
      ["quantity_not_reached", "no_price", "holds", "farther"],
      ["no_price", "farther", "farther"],
    ])
    expect(judge("4.999999")[0]).toEqual(["quantity_not_reached", "quantity_not_reached", "quantity_not_reached", "holds"])
    expect(judge("1")[1]).toEqual(["no_price", "holds", "farther"])
    expect(judge("5", [{ from_quantity: "0" }])[0]?.slice(2)).toEqual(["contract_price_is_final", "contract_price_is_final"])
  })

  it("does not know whether a threshold by total holds, and lets the others hold as if it did not", () => {
    const totals = [{ amount: "1" }, { amount: null }].map((row) => ({ ...row, basis: "total" as const, from_amount: "3" }))
    const byQuantity = { basis: "quantity" as const, from_amount: "5", amount: "2" }
    const judge = (own: { from_quantity: string }[]) =>
      judgeConsidered({ ...rows, contract_prices: own, thresholds: [...totals, byQuantity] }, "9").thresholds.map(({ outcome }) => outcome)
    expect(judge([])).toEqual(["depends_on_total", "no_price", "holds"])
    expect(judge([{ from_quantity: "0" }])[0]).toBe("contract_price_is_final")
  })

  it("names the rate that is missing, and the label that shuts adjustments off, and lets nothing farther hold instead", () => {
    const foreign = { amount: "1", conversion: { from: "usd", legs: [] } }
    const given = { contract_prices: [], price_types: [foreign, { amount: "2", conversion: null }] }
    expect(outcomes(given, "9")[1]).toEqual(["rate_missing", "farther"])
    expect(outcomes({ contract_prices: [], shut_off_by: "Sale" }, "9")[2]).toEqual([
      "quantity_not_reached",
      "adjustments_shut_off",
      "adjustments_shut_off",
      "adjustments_shut_off",
    ])
  })

  it("lets the first type with a price hold, the nearest adjustment that is reached, and all that stack", () => {
    expect(outcomes({ contract_prices: [] }, "9")).toEqual([
      [],
      ["no_price", "holds", "farther"],
      ["quantity_not_reached", "holds", "holds", "farther"],
    ])
    expect(outcomes({ contract_prices: [] }, "10")[2]).toEqual(["holds", "farther", "holds", "farther"])
  })
})
