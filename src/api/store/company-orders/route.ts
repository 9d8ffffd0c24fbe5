import { dealerOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { companyOrders } from "../../../database/ordering/company-orders"
import { requireReach } from "../../dealer-scope"
import { presentOrder } from "../../present-order"
import type { StoreCompanyOrdersQuery } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreCompanyOrdersQuery>, res: MedusaResponse) {
  const { q = null, legal_entity_id = null, limit, offset } = req.validatedQuery as StoreCompanyOrdersQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const query = { ...requireReach(req, "order", "view"), order_id: null, legal_entity_id, q, limit, offset }
  const { contract } = dealerOf(req)
  const { orders, count } = await companyOrders(db, contract ? { ...query, sight: contract.assortment } : query)
  res.json({ orders: orders.map(presentOrder), count, limit, offset })
}
