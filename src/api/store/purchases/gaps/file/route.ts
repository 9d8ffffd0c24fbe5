import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { requireContract } from "../../../../dealer-scope"
import { sendGapsFile } from "../../../../send-gaps-file"
import { boughtBy } from "../../bought-by"
import type { StoreGapsFile } from "../../validators"

export async function GET(req: MedusaRequest<unknown, StoreGapsFile>, res: MedusaResponse): Promise<void> {
  const { assortment: sight, warehouse_ids } = requireContract(req)
  await sendGapsFile(req, res, { category_id: req.validatedQuery.category_id, bought_by: boughtBy(req), sight, warehouse_ids })
}
