import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { gapsByCategory } from "../../../../database/purchases/never-bought"
import { requireContract } from "../../../dealer-scope"
import type { PurchaseGapsResponse } from "../../../purchase-gap-schema"
import { boughtBy } from "../bought-by"

export async function GET(req: MedusaRequest, res: MedusaResponse<PurchaseGapsResponse>): Promise<void> {
  const query = { bought_by: boughtBy(req), sight: requireContract(req).assortment }
  res.json({ categories: await gapsByCategory(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), query) })
}
