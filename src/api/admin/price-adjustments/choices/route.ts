import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { adjustmentChoices } from "../../../../database/pricing/adjustment-choices"
import type { AdminAdjustmentChoices } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminAdjustmentChoices>, res: MedusaResponse): Promise<void> {
  const { kind, q = null, within = null, limit } = req.validatedQuery
  res.json(await adjustmentChoices(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { kind, q, within, limit }))
}
