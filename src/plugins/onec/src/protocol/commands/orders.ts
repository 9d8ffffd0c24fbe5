import { ErpWorkflows, type OutboundOrder } from "@kontor/framework"
import { writeOrders } from "../../commerceml/write-orders"
import { orderInfoXml } from "../wire/order-info"
import { type ExchangeReply, success, xml } from "../wire/reply"
import type { ExchangeContext, Session } from "./context"

/**
 * `query`: the orders that 1C has not confirmed. An order is given once in a session: the extension asks until nothing comes, and what
 * it failed to take comes again in its next session.
 */
export async function queryOrders(context: ExchangeContext, session: Session): Promise<ExchangeReply> {
  const sent = new Set(session.sent_order_ids ?? [])
  const waiting = await context.run<OutboundOrder[]>(ErpWorkflows.collectOrders, {
    source: session.source,
    limit: context.options.orders_limit,
  })
  const fresh = waiting.filter((order) => !sent.has(order.order_id))
  // A workflow engine that works through Redis gives moments as text.
  const body = writeOrders(
    fresh.map((order) => ({ ...order, placed_at: new Date(order.placed_at) })),
    dialectOf(session)
  )
  if (fresh.length > 0) {
    await context.onec.rememberSentOrders(
      session.id,
      fresh.map((order) => order.order_id)
    )
  }
  return xml(body)
}

/** `success`: 1C has committed what it was given in this session; exactly that is confirmed, and nothing placed since. */
export async function confirmOrders(context: ExchangeContext, session: Session): Promise<ExchangeReply> {
  const order_ids = session.sent_order_ids ?? []
  if (order_ids.length > 0) {
    await context.run(ErpWorkflows.confirmOrders, { source: session.source, order_ids })
  }
  return success()
}

/** `info`: the order states that 1C may choose from. */
export function orderInfo(context: ExchangeContext): ExchangeReply {
  return xml(orderInfoXml(context.options.order_statuses))
}

/** Only the extension names a version at init, and it alone takes orders in containers. */
export function dialectOf({ dialect, version }: Pick<Session, "dialect" | "version">): "client_a" | "client_b" {
  if (dialect !== "auto") {
    return dialect
  }
  return version === null ? "client_a" : "client_b"
}
