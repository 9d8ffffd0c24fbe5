import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listTypePrices } from "../../../../../database/price-types/list-type-prices"
import { priceTypeOf } from "../../present-price-type"
import type { AdminTypePricesQuery, AdminTypePricesResponse } from "../../validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminTypePricesQuery>,
  res: MedusaResponse<AdminTypePricesResponse>
): Promise<void> {
  const { q, limit, offset } = req.validatedQuery
  const { key } = await priceTypeOf(req, req.params["id"] ?? "")
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { prices, count } = await listTypePrices(db, { price_type_key: key, q, limit, offset })
  res.json({ prices, count, offset, limit })
}
