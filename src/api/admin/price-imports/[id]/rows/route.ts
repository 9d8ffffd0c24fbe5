import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listImportRows } from "../../../../../database/price-imports/read-import"
import { importOf } from "../../present-import"
import type { AdminPriceImportRowsQuery, AdminPriceImportRowsResponse } from "../../validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminPriceImportRowsQuery>,
  res: MedusaResponse<AdminPriceImportRowsResponse>
): Promise<void> {
  const { status = null, marked, limit, offset } = req.validatedQuery
  const { id } = await importOf(req, req.params["id"] ?? "")
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows, count } = await listImportRows(db, { import_id: id, status, is_marked: marked, limit, offset })
  res.json({ rows, count, offset, limit })
}
