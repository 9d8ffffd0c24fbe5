import type { CompanyOrderLine } from "../database/ordering/company-order-lines"
import type { CompanyOrder } from "../database/ordering/company-orders"
import { roundPrice } from "../modules/contract-pricing/rules/round-price"
import { decideOrderStage } from "../workflows/order/rules/decide-order-stage"

/** The order with its stage in place of the outbox, which is no business of the dealer. */
export function presentOrder({ outbox_state, ...order }: CompanyOrder) {
  const total = roundPrice(order.total, order.currency_code)
  return { ...order, total, stage: decideOrderStage({ outbox_state, erp: order.erp }) }
}

/** A line with its money written as the currency writes it. Why it costs that is told by `present-kept-price.ts`. */
export function presentLine({ kept: _kept, kept_type_name: _name, ...line }: CompanyOrderLine, currencyCode: string) {
  const money = (amount: string) => roundPrice(amount, currencyCode)
  const retail_price = line.retail_price === null ? null : money(line.retail_price)
  return { ...line, unit_price: money(line.unit_price), retail_price, amount: money(line.amount) }
}
