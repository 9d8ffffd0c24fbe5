import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { companyOrders } from "../../../../../database/ordering/company-orders"
import { roundPrice } from "../../../../../modules/contract-pricing/rules/round-price"
import { decideOrderStage } from "../../../../../workflows/order/rules/decide-order-stage"
import type { AdminListClientOrders } from "../../workplace-validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListClientOrders>, res: MedusaResponse): Promise<void> {
  const { limit, offset, q = null } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const scope = { entity_ids: [req.params.id ?? ""], customer_id: null, order_id: null, legal_entity_id: null }
  const { orders, count } = await companyOrders(db, { ...scope, q, limit, offset })
  const rows = orders.map(({ id, display_id, number, created_at, currency_code, total, line_count, placed_by, outbox_state, erp }) => ({
    id,
    display_id,
    number,
    created_at,
    currency_code,
    total: roundPrice(total, currency_code),
    line_count,
    placed_by: placed_by?.name ?? null,
    stage: decideOrderStage({ outbox_state, erp }),
  }))
  res.json({ orders: rows, count, offset, limit })
}
