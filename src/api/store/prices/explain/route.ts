import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { requireContract } from "../../../dealer-scope"
import { answerWhy } from "../../../explain-price"
import type { PriceExplanationResponse } from "../../../price-explanation-schema"
import type { StoreExplainPriceQuery } from "../validators"

export async function GET(
  req: MedusaRequest<unknown, StoreExplainPriceQuery>,
  res: MedusaResponse<PriceExplanationResponse>
): Promise<void> {
  const { id: contract_id, currency_code, assortment: sight } = requireContract(req)
  const { variant_id, quantity } = req.validatedQuery
  res.json(await answerWhy(req, { contract_id, currency_code, variant_id, sight, quantity }))
}
