import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { companyOrders } from "../../../../../database/ordering/company-orders"
import { staffOf } from "../../../../manager-scope"
import { presentOrder } from "../../../../present-order"
import type { AdminListClientOrders } from "../../workplace-validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListClientOrders>, res: MedusaResponse): Promise<void> {
  const { limit, offset, q = null } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const scope = { entity_ids: [req.params.id ?? ""], customer_id: null, order_id: null, legal_entity_id: null }
  const { orders, count } = await companyOrders(db, { ...scope, q, limit, offset, sight: null })
  const rows = orders
    .map(presentOrder)
    .map(({ id, display_id, number, created_at, currency_code, total, line_count, placed_by, stage }) => ({
      id,
      display_id,
      number,
      created_at,
      currency_code,
      total,
      line_count,
      placed_by: placed_by?.name ?? null,
      stage,
    }))
  res.json({ orders: rows, count, offset, limit, may_begin: staffOf(req).sees_all })
}
