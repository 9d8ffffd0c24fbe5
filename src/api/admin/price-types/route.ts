import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CONTRACT_PRICING_MODULE } from "../../../modules/contract-pricing"
import type ContractPricingModuleService from "../../../modules/contract-pricing/service"
import type { AdminPriceTypesResponse } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminPriceTypesResponse>): Promise<void> {
  const types = await req.scope.resolve<ContractPricingModuleService>(CONTRACT_PRICING_MODULE).listPriceTypes()
  const price_types = types.map(({ key: _, as_of, ...type }) => ({ ...type, as_of: as_of?.toISOString() ?? null }))
  res.json({ price_types, count: price_types.length })
}
