import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { orderExchange } from "../../../../../database/queries/order-exchange"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params["id"] ?? ""
  const exchange = await orderExchange(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), id)
  if (!exchange) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no order ${id}.`)
  }
  res.json(exchange)
}
