import { readPriceRow } from "../price-row"

const ROW = { article: "A-1", amount: "1250.50", from_quantity: "0", starts_on: null, ends_on: null }

describe("a row of prices", () => {
  it("is read in one spelling", () => {
    expect(readPriceRow({ ...ROW, from_quantity: "010.0", starts_on: "2028-02-29" })).toEqual({
      row: { amount: "1250.5", from_quantity: "10", starts_on: "2028-02-29", ends_on: null },
    })
  })

  it("may be of one day, and of nothing", () => {
    expect(readPriceRow({ ...ROW, amount: "0", starts_on: "2026-01-01", ends_on: "2026-01-01" })).toHaveProperty("row.amount", "0")
  })

  it.each([
    ["product_missing", { article: undefined }],
    ["amount_invalid", { amount: "-1" }],
    ["amount_invalid", { amount: "1,5" }],
    ["amount_invalid", { amount: "1.0000001" }],
    ["amount_invalid", { amount: "1234567890123" }],
    ["quantity_invalid", { from_quantity: "many" }],
    ["day_invalid", { starts_on: "2026-02-30" }],
    ["day_invalid", { ends_on: "31.01.2026" }],
    ["days_out_of_order", { starts_on: "2026-01-02", ends_on: "2026-01-01" }],
  ])("is refused with %s: %j", (code, part) => {
    expect(readPriceRow({ ...ROW, ...part })).toMatchObject({ refusal: { code } })
  })
})
