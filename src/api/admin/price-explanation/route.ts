import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { termsOfContract } from "../../../database/ordering/terms-of-contract"
import { answerWhy } from "../../explain-price"
import { refuseForeignClient } from "../../manager-scope"
import type { PriceExplanationResponse } from "../../price-explanation-schema"
import type { AdminPriceExplanationQuery } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminPriceExplanationQuery>,
  res: MedusaResponse<PriceExplanationResponse>
): Promise<void> {
  const { contract_id, variant_id, quantity, day } = req.validatedQuery
  await refuseForeignClient(req, "contract", contract_id)
  const terms = await termsOfContract(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { contract_id })
  if (!terms) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Contract with id: ${contract_id} was not found`)
  }
  res.json(await answerWhy(req, { contract_id, variant_id, sight: null, quantity, day, currency_code: terms.currency_code }))
}
