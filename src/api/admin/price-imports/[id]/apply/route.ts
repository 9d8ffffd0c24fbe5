import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { applyPriceImportWorkflow } from "../../../../../workflows/pricing/apply-price-import"
import { importOf, presentImport } from "../../present-import"
import type { AdminApplyPriceImport, AdminPriceImportResponse } from "../../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<AdminApplyPriceImport>,
  res: MedusaResponse<AdminPriceImportResponse>
): Promise<void> {
  const id = req.params["id"] ?? ""
  await applyPriceImportWorkflow(req.scope).run({ input: { id, ...req.validatedBody, actor: actorOf(req) } })
  res.json(presentImport(await importOf(req, id)))
}
