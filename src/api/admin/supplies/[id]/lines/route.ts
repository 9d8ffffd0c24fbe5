import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listSupplyLines } from "../../../../../database/supplies/list-supply-lines"
import { supplyOf } from "../../supply-of"
import type { AdminListSupplyLines } from "../../validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListSupplyLines>, res: MedusaResponse): Promise<void> {
  const { limit, offset } = req.validatedQuery
  const { id, line_count: count } = await supplyOf(req, req.params["id"] ?? "")
  const listed = await listSupplyLines(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { supply_id: id, limit, offset })
  res.json({ lines: listed.map(({ entry_key: _, ...line }) => line), count, offset, limit })
}
