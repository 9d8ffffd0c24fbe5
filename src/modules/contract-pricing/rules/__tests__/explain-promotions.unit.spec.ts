import { explainPromotions } from "../explain-promotions"

const ROUNDED = { code: "rounded" as const, amount: "1.50" }

describe("promotions in an explanation", () => {
  it("follow the price, each with what it took off the line and what was left of it", () => {
    const discounts = [
      { code: "TEN", amount: "0.45" },
      { code: "ONE", amount: "1" },
    ]
    expect(explainPromotions([ROUNDED], { quantity: "3", discounts, currencyCode: "rub" })).toEqual([
      ROUNDED,
      { code: "promotion", amount: "4.05", promotion: "TEN", discount: "0.45" },
      { code: "promotion", amount: "3.05", promotion: "ONE", discount: "1.00" },
    ])
  })

  it("are none where nothing was taken off", () => {
    expect(explainPromotions([ROUNDED], { quantity: "3", discounts: [], currencyCode: "rub" })).toEqual([ROUNDED])
  })
})
