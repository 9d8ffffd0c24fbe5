import type { RefinedCart } from "@kontor/framework"
import { type AskedLine, judgeRefined } from "../judge-refined"
import { explainRefined } from "../explain-price"

const line = (line_id: string, our_price = "100.00", data: Partial<AskedLine> = {}): AskedLine => ({
  line_id,
  variant_id: `variant_${line_id}`,
  quantity: "5",
  our_price,
  ...data,
})

const judge = (asked: AskedLine[], lines: RefinedCart["lines"], currency_code = "RUB") =>
  judgeRefined(asked, { currency_code, document: null, as_of: null, lines }, { currency_code: "rub", max_deviation_percent: 50 })

describe("an answer of the ERP", () => {
  it("is taken line by line, rounded to the currency", () => {
    expect(judge([line("a")], [{ line_id: "a", amount: "97.005" }])).toEqual([
      { line_id: "a", our_price: "100.00", erp_price: "97.01", code: null },
    ])
  })

  it.each([
    ["half of ours", "100.00", "50", null],
    ["a kopeck less than half", "100.00", "49.99", "amount_far_off"],
    ["half more", "100.00", "150.00", null],
    ["a kopeck more than half more", "100.00", "150.01", "amount_far_off"],
    ["nothing", "100.00", "0", "amount_far_off"],
    ["nothing for what is free", "0.00", "0.00", null],
    ["a kopeck for what is free", "0.00", "0.01", "amount_far_off"],
  ])("leaves out what is too far from ours: %s", (_, ours, amount, code) => {
    expect(judge([line("a", ours)], [{ line_id: "a", amount }])).toMatchObject([{ code }])
  })

  it("names the lines it says nothing of", () => {
    expect(judge([line("a"), line("b")], [{ line_id: "b", amount: "99" }])).toEqual([
      { line_id: "a", our_price: "100.00", erp_price: null, code: "line_missing" },
      { line_id: "b", our_price: "100.00", erp_price: "99.00", code: null },
    ])
  })

  it.each([
    ["another currency", [{ line_id: "a", amount: "99" }], "usd", "The answer is in usd, the cart in rub"],
    ["a line nobody asked for", [{ line_id: "x", amount: "99" }], "rub", 'Nobody asked for line "x"'],
    ["a price below zero", [{ line_id: "a", amount: "-1" }], "rub", '"-1" of line "a" is no price'],
    ["what is no number", [{ line_id: "a", amount: "1e3" }], "rub", '"1e3" of line "a" is no price'],
    ["a line twice", [{ line_id: "a", amount: "99" }, { line_id: "a", amount: "99" }], "rub", 'Line "a" comes twice'],
  ])("is refused whole for %s", (_, lines, currency, fault) => {
    expect(judge([line("a")], lines, currency)).toEqual({ fault })
  }) // prettier-ignore

  it("is refused whole when one product in one quantity has two prices, since a cart can show one only", () => {
    const same = { variant_id: "variant_1" }
    const lines = [
      { line_id: "a", amount: "99" },
      { line_id: "b", amount: "98" },
    ]
    expect(judge([line("a", "100", same), line("b", "100", same)], lines)).toEqual({
      fault: 'Line "b" costs 98.00, the same product in the same quantity 99.00',
    })
    expect(judge([line("a", "100", same), line("b", "100", { ...same, quantity: "6" })], lines)).toMatchObject([{}, {}])
  })
})

describe("an explanation", () => {
  const origin = { source: "ut-main", document: "Расчёт 1", as_of: "2026-06-15T09:00:00+00:00", refined_at: "2026-06-15T09:00:01+00:00" }

  it("ends with the ERP's word where there is one", () => {
    const steps = [{ code: "rounded" as const, amount: "100.00" }]
    expect(explainRefined(steps, { ...origin, price: "97.000000" }, "rub")).toEqual([
      ...steps,
      { code: "refined_at_erp", amount: "97.00", ...origin },
    ])
    expect(explainRefined(steps, undefined, "rub")).toEqual(steps)
  })

  it("has none for what has no price of ours", () => {
    expect(explainRefined([], { ...origin, price: "97" }, "rub")).toEqual([])
  })
})
