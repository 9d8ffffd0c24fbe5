import { canonicalFields, orderRuleFault, type OrderRuleDraft } from "../order-rule-draft"

const draft = (facts: Partial<OrderRuleDraft> = {}): OrderRuleDraft => ({
  scope: { kind: "everyone", id: null },
  target: { variant_id: null, category_id: null },
  ...{ unit_code: null, multiplicity: null, minimum: null, maximum: null },
  ...facts,
})

describe("orderRuleFault", () => {
  it.each<[string, Partial<OrderRuleDraft>]>([
    ["a multiplicity", { multiplicity: "6" }],
    ["a minimum of nothing, which lifts another", { minimum: "0" }],
    ["a maximum that is the minimum", { minimum: "10", maximum: "10" }],
    ["a maximum that is the first multiple above the minimum", { multiplicity: "6", minimum: "10", maximum: "12" }],
    ["a maximum of one step", { multiplicity: "6", maximum: "6" }],
    ["a contract and a product", { scope: { kind: "contract", id: "c" }, target: { variant_id: "v", category_id: null }, maximum: "1" }],
  ])("finds none in %s", (_title, facts) => {
    expect(orderRuleFault(draft(facts))).toBeNull()
  })

  it.each<[string, Partial<OrderRuleDraft>, string]>([
    ["nothing said", {}, "order_rule_empty"],
    ["everyone by id", { scope: { kind: "everyone", id: "x" }, minimum: "1" }, "order_rule_scope_invalid"],
    ["a contract without one", { scope: { kind: "contract", id: null }, minimum: "1" }, "order_rule_scope_invalid"],
    ["a product and a category", { target: { variant_id: "v", category_id: "c" }, minimum: "1" }, "order_rule_target_invalid"],
    ["a maximum a piece below the minimum", { minimum: "10", maximum: "9" }, "order_rule_impossible"],
    ["a maximum a piece below the first multiple", { multiplicity: "6", minimum: "10", maximum: "11" }, "order_rule_impossible"],
    ["a maximum below one step", { multiplicity: "6", maximum: "5" }, "order_rule_impossible"],
    ["no step", { multiplicity: "0" }, "order_rule_impossible"],
    ["a maximum of nothing", { maximum: "0" }, "order_rule_impossible"],
  ])("finds %s", (_title, facts, code) => {
    expect(orderRuleFault(draft(facts))?.code).toBe(code)
  })
})

describe("canonicalFields", () => {
  it("gives one spelling", () => {
    expect(canonicalFields({ multiplicity: "06.50", minimum: "0.0", maximum: null })).toEqual({
      multiplicity: "6.5",
      minimum: "0",
      maximum: null,
    })
  })
})
