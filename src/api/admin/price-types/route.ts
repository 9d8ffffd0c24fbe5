import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listPriceTypes } from "../../../database/price-types/list-price-types"
import { createPriceTypeWorkflow } from "../../../workflows/pricing/save-price-type"
import { presentPriceType, priceTypeOf } from "./present-price-type"
import type { AdminCreatePriceType, AdminPriceTypeResponse, AdminPriceTypesResponse } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminPriceTypesResponse>): Promise<void> {
  const types = await listPriceTypes(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION))
  res.json({ price_types: types.map(presentPriceType), count: types.length })
}

export async function POST(
  req: AuthenticatedMedusaRequest<AdminCreatePriceType>,
  res: MedusaResponse<AdminPriceTypeResponse>
): Promise<void> {
  const { name, currency_code, includes_vat, ...change } = req.validatedBody
  const { result: id } = await createPriceTypeWorkflow(req.scope).run({
    input: { name, currency_code, includes_vat, change, actor: actorOf(req) },
  })
  res.json({ price_type: presentPriceType(await priceTypeOf(req, id)) })
}
