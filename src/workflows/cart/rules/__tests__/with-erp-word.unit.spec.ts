import { withErpWord } from "../with-erp-word"

const ours = (price: string | null) => ({ price, retail_price: "20.00" })

describe("withErpWord", () => {
  it("puts the ERP's price in place of ours, rounded to the currency, and leaves the retail price", () => {
    const prices = new Map([
      ["a", ours("10.00")],
      ["b", ours("10.00")],
    ])
    expect([...withErpWord(prices, new Map([["a", { price: "9.705000" }]]), "rub")]).toEqual([
      ["a", { price: "9.71", retail_price: "20.00" }],
      ["b", ours("10.00")],
    ])
  })

  it("gives no price to what has none here", () => {
    expect([...withErpWord(new Map([["a", ours(null)]]), new Map([["a", { price: "9" }]]), "rub")]).toEqual([["a", ours(null)]])
  })
})
