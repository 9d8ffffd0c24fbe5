import type { CompanyOrderLine } from "../../../database/ordering/company-order-lines"
import type { LineResult, RequestedLine } from "../../cart/types"

/** What of an order's line is asked for again, and by what it is told. */
export type RepeatedLine = Pick<CompanyOrderLine, "id" | "variant_id" | "title" | "variant_title" | "quantity" | "asked">

/** What became of a line of the order: by the name that it had then. */
export type RepeatResult = LineResult & { order_line_id: string; title: string; variant_title: string | null }

/** Refusals that say of goods whether they are there. Whoever repeats an order learns no more than that they are not to be had. */
const GONE = ["unknown", "not_listed"]

/** What is asked for: each line in the unit that it was asked in, if that was kept. Lines without a variant ask for nothing. */
export function askAgain(lines: readonly RepeatedLine[]): RequestedLine[] {
  return lines.flatMap(({ variant_id, quantity, asked }, index) =>
    variant_id === null
      ? []
      : [{ row: index + 1, article: null, variant_id, quantity: asked?.quantity ?? quantity, unit: asked?.code ?? null }]
  )
}

/** A result for every line of the order, in its order. */
export function tellRepeated(lines: readonly RepeatedLine[], results: readonly LineResult[]): RepeatResult[] {
  const resultOf = new Map(results.map((result) => [result.row, result]))
  return lines.map((line, index) => {
    const { id: order_line_id, title, variant_title } = line
    const result = resultOf.get(index + 1)
    const told = result && !(result.code !== null && GONE.includes(result.code)) ? result : gone(line, index + 1)
    return { ...told, order_line_id, title, variant_title }
  })
}

function gone({ variant_id, title, variant_title }: RepeatedLine, row: number): LineResult {
  // The plain item of a product is called as the product is.
  const name = [...new Set([title, variant_title])].filter(Boolean).join(" ")
  return {
    ...{ row, article: null, variant_id, status: "refused", code: "no_longer_available", message: `«${name}» is no longer available` },
    ...{
      nearest: null,
      available: null,
      quantity: null,
      asked: null,
      unit_price: null,
      money: null,
      availability: null,
      merged_rows: [],
      bypassed: null,
    },
  }
}
