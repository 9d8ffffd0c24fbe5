import { isSameDiscount } from "../same-discounts"
import { tellMoney } from "../tell-money"
import { sumPromotions, tellPromotionChange } from "../tell-promotions"

const CONTRACT = { id: "ctr_1", number: "C-1", currency_code: "rub" }
const discount = (line_id: string, code: string | null, amount: string) => ({ line_id, code, amount })

describe("what promotions take off", () => {
  it.each([
    ["the same in another order, written otherwise", [discount("a", "X", "1"), discount("b", "X", "2.00")], [discount("b", "X", "2"), discount("a", "X", "1.0")], true],
    ["another amount", [discount("a", "X", "1")], [discount("a", "X", "1.01")], false],
    ["another line", [discount("a", "X", "1")], [discount("b", "X", "1")], false],
    ["another promotion", [discount("a", "X", "1")], [discount("a", "Y", "1")], false],
    ["one less", [discount("a", "X", "1"), discount("a", "Y", "1")], [discount("a", "X", "1")], false],
    ["twice the same", [discount("a", "X", "1"), discount("a", "X", "1")], [discount("a", "X", "1"), discount("b", "X", "1")], false],
  ])("is compared: %s", (_title, some, others, same) => {
    expect([isSameDiscount(some, others), isSameDiscount(others, some)]).toEqual([same, same])
  }) // prettier-ignore

  it("is summed up by promotion, in the order in which they were applied", () => {
    const discounts = [discount("a", "Y", "0.1"), discount("a", "X", "1"), discount("b", "Y", "0.2")]
    expect(sumPromotions(discounts, "rub")).toEqual([
      { code: "Y", amount: "0.30" },
      { code: "X", amount: "1.00" },
    ])
  })

  it("is told when it changes: each promotion with what it took off and takes off now", () => {
    const told = tellPromotionChange("cart_1", CONTRACT, {
      before: [discount("a", "GONE", "1"), discount("a", "SAME", "2")],
      now: [discount("a", "SAME", "2"), discount("a", "NEW", "0.5")],
    })
    expect(told.message).toBe(
      `Promotions of cart cart_1 under contract C-1 have changed: "GONE" took off 1.00 RUB and takes off 0.00 RUB now; "NEW" took off 0.00 RUB and takes off 0.50 RUB now`
    )
    expect(told.details).toMatchObject({
      promotions: [
        { code: "GONE", old_amount: "1.00", amount: "0.00" },
        { code: "SAME", old_amount: "2.00", amount: "2.00" },
        { code: "NEW", old_amount: "0.00", amount: "0.50" },
      ],
    })
  })

  it("is told of each line and of all, and VAT is of what is paid", () => {
    const lines = [
      { id: "a", unit_price: "1.50", quantity: "3", vat_rate: "20" },
      { id: "b", unit_price: "3.50", quantity: "1", vat_rate: "20" },
    ]
    const terms = { includes_vat: true, currency_code: "rub", prices_as_of: null, retail_as_of: null }
    const { lines: money, told } = tellMoney(lines, terms, [discount("a", "TEN", "0.45"), discount("a", "ONE", "1")])
    expect([...money]).toEqual([
      [
        "a",
        {
          ...{ vat_rate: "20", amount: "3.05", vat: "0.51", discount: "1.45" },
          promotions: [
            { code: "TEN", amount: "0.45" },
            { code: "ONE", amount: "1.00" },
          ],
        },
      ],
      ["b", { vat_rate: "20", amount: "3.50", vat: "0.58" }],
    ])
    expect(told).toMatchObject({
      totals: { amount: "6.55", discount: "1.45", vat: "1.09", amount_with_vat: "6.55" },
      promotions: [
        { code: "TEN", amount: "0.45" },
        { code: "ONE", amount: "1.00" },
      ],
    })
    expect(tellMoney(lines, terms, []).told).not.toHaveProperty("promotions")
  })
})
