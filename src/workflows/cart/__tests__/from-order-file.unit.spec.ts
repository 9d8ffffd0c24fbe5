import type { OrderFileRow } from "../../../modules/order-rules/order-file"
import { fromOrderFile } from "../from-order-file"

const row = (change: Partial<OrderFileRow>): OrderFileRow => ({
  row: 2,
  article: "A-1",
  quantity_text: "3",
  quantity: "3",
  unit: null,
  own_number: null,
  problem: null,
  ...change,
})

describe("fromOrderFile", () => {
  it("asks for the rows that were read and keeps their numbers", () => {
    const { lines, unread } = fromOrderFile({ rows: [row({}), row({ row: 7, unit: "упак" })] })
    expect(lines).toEqual([
      { row: 2, article: "A-1", variant_id: null, quantity: "3", unit: null },
      { row: 7, article: "A-1", variant_id: null, quantity: "3", unit: "упак" },
    ])
    expect(unread).toEqual([])
  })

  it("tells the reason of each row that was not", () => {
    const problem = { code: "article_missing", message: "No article" } as const
    const { lines, unread } = fromOrderFile({ rows: [row({ article: "", problem }), row({ row: 3, quantity: null, quantity_text: "x" })] })
    expect(lines).toEqual([])
    expect(unread).toEqual([
      { row: 2, article: null, code: "article_missing", message: "No article" },
      { row: 3, article: "A-1", code: "quantity_unreadable", message: '"x" is no quantity' },
    ])
  })
})
