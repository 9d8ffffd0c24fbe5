import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { tryPriceFile } from "../../../workflows/pricing/try-price-file"
import { staffOf } from "../../manager-scope"
import { importOf, presentImport } from "./present-import"
import { uploadedPriceFile } from "./upload"
import type { AdminPriceImportResponse, AdminTryPriceFile } from "./validators"

export async function POST(
  req: AuthenticatedMedusaRequest<unknown, AdminTryPriceFile>,
  res: MedusaResponse<AdminPriceImportResponse>
): Promise<void> {
  const { kind, id: subject_id, mark_percent } = req.validatedQuery
  const { buffer, originalname: filename } = uploadedPriceFile(req)
  const id = await tryPriceFile(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), {
    subject: { kind, id: subject_id },
    file: { buffer, filename },
    mark_percent,
    created_by: staffOf(req).user_id,
  })
  res.json(presentImport(await importOf(req, id)))
}
