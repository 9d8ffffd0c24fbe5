import type { PricedCartLine } from "../../../database/ordering/open-cart-lines"
import type { OrderTerms } from "../../../database/ordering/terms-of-contract"
import { type LineVat, totalsOfLines, vatOfLine } from "../../../modules/contract-pricing/rules/vat-of-lines"
import type { CartPricing } from "../types"

type MoneyTerms = Pick<OrderTerms, "includes_vat" | "currency_code" | "prices_as_of" | "retail_as_of">

/** What the lines of a cart come to with their VAT, by id of the line, and what is told of their sum. */
export function tellMoney(
  lines: readonly Pick<PricedCartLine, "id" | "unit_price" | "quantity" | "vat_rate">[],
  { includes_vat, currency_code, prices_as_of: as_of, retail_as_of }: MoneyTerms
): { lines: Map<string, LineVat>; told: Pick<CartPricing, "totals" | "as_of" | "retail_as_of"> } {
  const money = new Map(lines.map((line) => [line.id, vatOfLine(line, includes_vat, currency_code)]))
  return { lines: money, told: { totals: totalsOfLines([...money.values()], includes_vat, currency_code), as_of, retail_as_of } }
}
