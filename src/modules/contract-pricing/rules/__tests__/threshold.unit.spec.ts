import { reachedThresholds, type Threshold, thresholdState } from "../threshold"
import { canonicalDraft, type ThresholdDraft, thresholdFault } from "../threshold-draft"

const at = (from_amount: string): Threshold => ({ id: `pthr_${from_amount}`, from_amount, price_type_name: `From ${from_amount}` })
const LADDER = [at("5000"), at("1000.5"), at("100")]

describe("thresholds of a total", () => {
  it.each([
    ["99.99", []],
    ["100", ["100"]],
    ["1000.499999", ["100"]],
    ["1000.50", ["1000.5", "100"]],
    ["5000.01", ["5000", "1000.5", "100"]],
  ])("a total of %s reaches %j, the greatest first", (total, reached) => {
    expect(reachedThresholds(LADDER, total).map(({ from_amount }) => from_amount)).toEqual(reached)
  })

  it.each([
    ["0", null, "100.00", "100.00"],
    ["99.99", null, "100.00", "0.01"],
    ["100", "100.00", "1000.50", "900.50"],
    ["5000", "5000.00", null, null],
  ])("a total of %s holds %s and misses the next by what it is told", (total, held, next, missing) => {
    const state = thresholdState(LADDER, total, "rub")
    expect([state.held?.from_amount ?? null, state.next?.from_amount ?? null, state.next?.missing ?? null]).toEqual([held, next, missing])
  })

  it("has amounts with the digits of its currency and names the price types", () => {
    expect(thresholdState([at("100")], "12.5", "rub")).toEqual({
      ...{ total: "12.50", currency_code: "rub", held: null },
      next: { from_amount: "100.00", price_type_name: "From 100", missing: "87.50" },
    })
  })
})

describe("a threshold by hand", () => {
  const draft = (data: Partial<ThresholdDraft> = {}): ThresholdDraft => ({
    ...{ scope: { kind: "everyone", id: null }, basis: "total", from_amount: "100", currency_code: "rub", price_type_id: "ptyp_1" },
    ...{ starts_on: null, ends_on: null },
    ...data,
  })

  it.each<[string | undefined, Partial<ThresholdDraft>]>([
    [undefined, {}],
    [undefined, { basis: "quantity", currency_code: null }],
    [undefined, { starts_on: "2026-02-01", ends_on: "2026-02-01" }],
    ["days_out_of_order", { starts_on: "2026-02-02", ends_on: "2026-02-01" }],
    ["threshold_scope_invalid", { scope: { kind: "region", id: null } }],
    ["threshold_scope_invalid", { scope: { kind: "everyone", id: "x" } }],
    ["threshold_currency_invalid", { currency_code: null }],
    ["threshold_currency_invalid", { basis: "quantity" }],
    ["threshold_amount_invalid", { from_amount: "0.000000" }],
    [undefined, { from_amount: "0.000001" }],
  ])("has the fault %s with %j", (code, data) => {
    expect(thresholdFault(draft(data))?.code).toBe(code)
  })

  it("has one spelling", () => {
    expect(canonicalDraft(draft({ from_amount: "0050.500", currency_code: "RUB" }))).toEqual(draft({ from_amount: "50.5" }))
    expect(canonicalDraft(draft({ from_amount: "0.50" })).from_amount).toBe("0.5")
  })
})
