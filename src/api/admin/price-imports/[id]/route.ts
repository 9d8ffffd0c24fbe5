import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { importOf, presentImport } from "../present-import"
import type { AdminPriceImportResponse } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminPriceImportResponse>): Promise<void> {
  res.json(presentImport(await importOf(req, req.params["id"] ?? "")))
}
