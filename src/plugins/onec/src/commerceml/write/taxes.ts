import { type OutboundOrderLine } from "@kontor/framework"
import { addDecimals, shareOf, toFixedDecimal } from "../values/decimal"
import { groupElement, textElement, type Markup } from "../xml/markup"

/**
 * `Налог` of a document, one for each rate among its lines. Amounts of lines hold their VAT; the tax of a line is rounded to
 * kopecks before it is added, as 1C does. Lines without VAT add nothing.
 */
export function taxElements(lines: Pick<OutboundOrderLine, "amount" | "vat_rate">[]): Markup[] {
  return [...taxByRate(lines)].map(([rate, sum]) =>
    groupElement("Налог", [
      textElement("Наименование", "НДС"),
      textElement("УчтеноВСумме", "true"),
      textElement("Ставка", rate),
      textElement("Сумма", toFixedDecimal(sum, 2)),
    ])
  )
}

function taxByRate(lines: Pick<OutboundOrderLine, "amount" | "vat_rate">[]): Map<string, string> {
  const sums = new Map<string, string>()
  for (const { amount, vat_rate } of lines) {
    if (vat_rate !== null) {
      const tax = shareOf(amount, vat_rate, addDecimals("100", vat_rate), 2)
      sums.set(vat_rate, addDecimals(sums.get(vat_rate) ?? "0", tax))
    }
  }
  return sums
}
