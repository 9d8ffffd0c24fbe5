import type { CompanyOrderLine } from "../database/ordering/company-order-lines"
import type { CompanyOrder } from "../database/ordering/company-orders"
import { roundPrice } from "../modules/contract-pricing/rules/round-price"
import { totalsOfLines, vatOfLine, type VatTotals } from "../modules/contract-pricing/rules/vat-of-lines"
import { describePromise } from "../modules/supply/rules/describe-promise"
import { decideOrderStage } from "../workflows/order/rules/decide-order-stage"

/** The order with its stage in place of the outbox, which is no business of the dealer. */
export function presentOrder({ outbox_state, is_cancelled, ...order }: CompanyOrder) {
  const total = roundPrice(order.total, order.currency_code)
  return { ...order, total, stage: decideOrderStage({ is_cancelled, outbox_state, erp: order.erp }) }
}

/** A line with its money and its VAT written as the currency writes them, and when it can be had. Why it costs that is told by `present-kept-price.ts`. */
export function presentLine(
  { kept: _kept, kept_type_name: _name, includes_vat, demand, discount, promotions, ...line }: CompanyOrderLine,
  currencyCode: string
) {
  const money = (amount: string) => roundPrice(amount, currencyCode)
  const retail_price = line.retail_price === null ? null : money(line.retail_price)
  const promise = describePromise(line.quantity, demand)
  const paid = vatOfLine({ ...line, discount }, includes_vat, currencyCode)
  const told = promotions && { promotions: promotions.map(({ code, amount }) => ({ code: code ?? "", amount: money(amount) })) }
  return { ...line, unit_price: money(line.unit_price), retail_price, ...paid, ...told, promise }
}

/** What the lines of an order come to with their VAT. */
export function orderVat(lines: readonly CompanyOrderLine[], currencyCode: string): Omit<VatTotals, "amount"> {
  const includes_vat = lines.every((line) => line.includes_vat)
  const told = lines.map((line) => vatOfLine(line, line.includes_vat, currencyCode))
  const { amount: _total, ...totals } = totalsOfLines(told, includes_vat, currencyCode)
  return totals
}
