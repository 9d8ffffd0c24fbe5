import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listTypePrices } from "../../../../../database/price-types/list-type-prices"
import { setTypePricesWorkflow } from "../../../../../workflows/pricing/set-type-prices"
import { priceTypeOf } from "../../present-price-type"
import type { AdminSetTypePrices, AdminSetTypePricesResponse, AdminTypePricesQuery, AdminTypePricesResponse } from "../../validators"

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

export async function POST(
  req: AuthenticatedMedusaRequest<AdminSetTypePrices>,
  res: MedusaResponse<AdminSetTypePricesResponse>
): Promise<void> {
  const { result: counts } = await setTypePricesWorkflow(req.scope).run({
    input: { price_type_id: req.params["id"] ?? "", prices: req.validatedBody.prices, actor: actorOf(req) },
  })
  res.json({ counts })
}
