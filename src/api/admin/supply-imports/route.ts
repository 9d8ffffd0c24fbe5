import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { importSupplies } from "../../../workflows/supply/import-supplies"
import { uploadedSupplyFile } from "./upload"
import type { AdminImportSupplies, AdminSupplyImportResponse } from "./validators"

export async function POST(
  req: AuthenticatedMedusaRequest<unknown, AdminImportSupplies>,
  res: MedusaResponse<AdminSupplyImportResponse>
): Promise<void> {
  const { apply } = req.validatedQuery
  const { buffer, originalname: filename } = uploadedSupplyFile(req)
  res.json(await importSupplies(req.scope, { file: { buffer, filename }, apply, actor: actorOf(req) }))
}
