import type { DealerScope } from "@kontor/framework"
import type { CompanyOrder, OrderScope } from "../../../database/ordering/company-orders"
import { decideOrderStage } from "../../../workflows/order/rules/decide-order-stage"

/** An ordinary employee sees what he ordered himself; the others see all of their entities. */
export function orderScope({ role, customer_id, visible_entity_ids }: DealerScope): OrderScope {
  return { visible_entity_ids, customer_id: role === "ordinary" ? customer_id : null }
}

/** The order with its stage in place of the outbox, which is no business of the dealer. */
export function presentOrder({ outbox_state, ...order }: CompanyOrder) {
  return { ...order, stage: decideOrderStage({ outbox_state, erp: order.erp }) }
}
