import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { gapsByCategory } from "../../../../../database/purchases/never-bought"
import type { PurchaseGapsResponse } from "../../../../purchase-gap-schema"
import type { AdminListPurchaseGaps } from "../../workplace-validators"
import { gapsOfClient } from "./gaps-of-client"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminListPurchaseGaps>,
  res: MedusaResponse<PurchaseGapsResponse>
): Promise<void> {
  const query = await gapsOfClient(req, req.validatedQuery.contract_id)
  res.json({ categories: await gapsByCategory(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), query) })
}
