import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { companyOrderLines } from "../../../../database/ordering/company-order-lines"
import { companyOrders } from "../../../../database/ordering/company-orders"
import { requireReach } from "../../../dealer-scope"
import { presentLine, presentOrder } from "../../../present-order"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const order_id = req.params.id ?? ""
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const query = { ...requireReach(req, "order", "view"), order_id, legal_entity_id: null, q: null, limit: 1, offset: 0 }
  const [order] = (await companyOrders(db, query)).orders
  if (!order) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order with id ${order_id} was not found`)
  }
  const lines = await companyOrderLines(db, { order_id })
  res.json({ order: { ...presentOrder(order), lines: lines.map((line) => presentLine(line, order.currency_code)) } })
}
