import type { OrderFile } from "../../modules/order-rules/order-file"
import type { RequestedLine } from "./types"

/** The rows of an order form as asked-for lines, and beside them those that could not be read. */
export function fromOrderFile(file: Pick<OrderFile, "rows">): {
  lines: RequestedLine[]
  unread: { row: number; article: string | null; code: string; message: string }[]
} {
  const lines: RequestedLine[] = []
  const unread: { row: number; article: string | null; code: string; message: string }[] = []
  for (const { row, article, quantity, quantity_text, unit, problem } of file.rows) {
    if (problem) {
      unread.push({ row, article: article || null, code: problem.code, message: problem.message })
    } else if (quantity === null) {
      unread.push({ row, article, code: "quantity_unreadable", message: `"${quantity_text}" is no quantity` })
    } else {
      lines.push({ row, article, variant_id: null, quantity, unit })
    }
  }
  return { lines, unread }
}
