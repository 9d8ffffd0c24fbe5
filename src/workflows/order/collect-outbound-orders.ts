import { ErpWorkflows, type OutboundOrder } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { claimOutboundOrders } from "../../database/ordering/claim-outbound-orders"
import { logOutboundRun } from "../../database/outbox/log-outbound-run"
import { markOrdersFailed, markOrdersSent } from "../../database/ordering/mark-outbound-orders"
import { readOutboundOrders } from "../../database/ordering/outbound-orders"
import { joinOutboundOrders } from "./rules/join-outbound-orders"

/** Orders that one answer to an ERP carries at most. */
const MAX_ORDERS = 1_000

export interface CollectOutboundOrdersInput {
  /** The ERP base that asks. */
  source: string
  limit?: number
}

const collectOutboundOrdersStep = createStep("collect-outbound-orders", async (input: CollectOutboundOrdersInput, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return new StepResponse(await db.transaction((trx) => collectOrders(trx, input)))
})

async function collectOrders(trx: Knex.Transaction, { source, limit = MAX_ORDERS }: CollectOutboundOrdersInput): Promise<OutboundOrder[]> {
  const started_at = new Date()
  const claimed = await claimOutboundOrders(trx, { source, limit: Math.min(limit, MAX_ORDERS) })
  const order_ids = claimed.map(({ order_id }) => order_id)
  const { heads, lines } = await readOutboundOrders(trx, { source, order_ids })
  const { orders, failures } = joinOutboundOrders(source, heads, lines)
  await markOrdersSent(trx, { source, order_ids: orders.map(({ order_id }) => order_id) })
  const news = await markOrdersFailed(trx, failures)
  // An ERP asks every few minutes; only what happened is worth a row in the log.
  if (orders.length || news.length) {
    const refused = news.map(({ order_id, message }) => ({ code: "order_not_mapped", message, subject: order_id }))
    await logOutboundRun(trx, { source, kind: "orders", started_at, sent: { orders: orders.length }, failures: refused })
  }
  return orders
}

/**
 * Gives the orders that wait for one ERP base and marks them sent. They stay waiting until they are confirmed, so that an ERP that died
 * over them gets them again.
 */
export const collectOutboundOrdersWorkflow = createWorkflow(
  ErpWorkflows.collectOrders,
  (input: WorkflowData<CollectOutboundOrdersInput>) => new WorkflowResponse(collectOutboundOrdersStep(input))
)
