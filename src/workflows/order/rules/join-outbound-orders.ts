import type { OutboundOrder, OutboundOrderLine } from "@kontor/framework"
import { roundPrice } from "../../../modules/contract-pricing/rules/round-price"
import type { OutboundLineRow } from "../../../database/ordering/outbound-orders"

export interface OutboundBatch {
  orders: OutboundOrder[]
  /** Orders that the ERP could not take; the others go without them. */
  failures: { order_id: string; message: string }[]
}

/** Puts lines to their orders. An order with a line that the ERP has no offer for is held back whole: sent in part it would be another order. */
export function joinOutboundOrders(source: string, heads: Omit<OutboundOrder, "lines">[], rows: OutboundLineRow[]): OutboundBatch {
  const linesOf = new Map<string, OutboundLineRow[]>()
  for (const row of rows) {
    const list = linesOf.get(row.order_id)
    if (list) {
      list.push(row)
    } else {
      linesOf.set(row.order_id, [row])
    }
  }
  const batch: OutboundBatch = { orders: [], failures: [] }
  for (const head of heads) {
    const money = (amount: string) => roundPrice(amount, head.currency_code)
    const known = (linesOf.get(head.order_id) ?? []).map((row) => toLine(row, money))
    const lines = known.filter((line) => line !== null)
    if (lines.length === known.length && lines.length > 0) {
      batch.orders.push({ ...head, total: money(head.total), lines })
    } else {
      batch.failures.push({ order_id: head.order_id, message: explain(source, linesOf.get(head.order_id) ?? []) })
    }
  }
  return batch
}

function toLine(row: OutboundLineRow, money: (amount: string) => string): OutboundOrderLine | null {
  const { order_id: _, offer_external_id, waiting, discount, ...line } = row
  if (offer_external_id === null) {
    return null
  }
  const told = { ...(waiting ? { waiting } : {}), ...(discount ? { discount: money(discount) } : {}) }
  return { ...line, ...told, offer_external_id, unit_price: money(line.unit_price), amount: money(line.amount) }
}

function explain(source: string, rows: OutboundLineRow[]): string {
  const missing = rows.filter(({ offer_external_id }) => offer_external_id === null)
  const named = missing.slice(0, 5).map(({ article, name }) => (article ? `${article} ${name}` : name))
  return missing.length
    ? `${missing.length} of ${rows.length} lines have no offer in "${source}": ${named.join("; ")}`
    : "The order has no lines"
}
