import type { RightAction } from "@kontor/framework"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { type CompanyOrder, companyOrders } from "../database/ordering/company-orders"
import { requireReach } from "./dealer-scope"

/** The order in the path, as far as the right reaches. Throws NOT_FOUND beyond that. */
export async function orderInReach(req: AuthenticatedMedusaRequest<unknown>, action: RightAction): Promise<CompanyOrder> {
  const order_id = req.params.id ?? ""
  const query = { ...requireReach(req, "order", action), order_id, legal_entity_id: null, q: null, limit: 1, offset: 0 }
  const [order] = (await companyOrders(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), query)).orders
  if (!order) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order with id ${order_id} was not found`)
  }
  return order
}
