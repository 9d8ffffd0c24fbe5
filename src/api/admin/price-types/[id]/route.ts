import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { savePriceTypeWorkflow } from "../../../../workflows/pricing/save-price-type"
import { presentPriceType, priceTypeOf } from "../present-price-type"
import type { AdminPriceTypeResponse, AdminSavePriceType } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminPriceTypeResponse>): Promise<void> {
  res.json({ price_type: presentPriceType(await priceTypeOf(req, req.params["id"] ?? "")) })
}

export async function POST(
  req: AuthenticatedMedusaRequest<AdminSavePriceType>,
  res: MedusaResponse<AdminPriceTypeResponse>
): Promise<void> {
  const id = req.params["id"] ?? ""
  await savePriceTypeWorkflow(req.scope).run({ input: { id, change: req.validatedBody, actor: actorOf(req) } })
  res.json({ price_type: presentPriceType(await priceTypeOf(req, id)) })
}
