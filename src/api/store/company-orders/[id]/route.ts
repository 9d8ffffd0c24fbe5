import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { companyOrderLines } from "../../../../database/ordering/company-order-lines"
import { companyOrders } from "../../../../database/ordering/company-orders"
import { requireReach } from "../../../dealer-scope"
import { tellerOf } from "../../../locale-of"
import { presentKeptPrice } from "../../../present-kept-price"
import { orderVat, presentLine, presentOrder } from "../../../present-order"
import type { StoreCompanyOrderQuery } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreCompanyOrderQuery>, res: MedusaResponse) {
  const order_id = req.params.id ?? ""
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const query = { ...requireReach(req, "order", "view"), order_id, legal_entity_id: null, q: null, limit: 1, offset: 0 }
  const [order] = (await companyOrders(db, query)).orders
  if (!order) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order with id ${order_id} was not found`)
  }
  const tell = req.validatedQuery.explanations ? tellerOf(req, order.currency_code) : null
  const rows = await companyOrderLines(db, { order_id, with_kept: tell !== null })
  const lines = rows.map((line) => ({
    ...presentLine(line, order.currency_code),
    ...(tell ? { explanation: presentKeptPrice(line, tell) } : {}),
  }))
  res.json({ order: { ...presentOrder(order), ...orderVat(rows, order.currency_code), lines } })
}
