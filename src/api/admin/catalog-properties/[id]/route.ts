import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { savePropertyWorkflow } from "../../../../workflows/catalog/save-property"
import type { AdminCatalogPropertyResponse, AdminSaveCatalogProperty } from "../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<AdminSaveCatalogProperty>,
  res: MedusaResponse<AdminCatalogPropertyResponse>
): Promise<void> {
  const { id = "" } = req.params
  const { result } = await savePropertyWorkflow(req.scope).run({ input: { id, change: req.validatedBody, actor: actorOf(req) } })
  res.json({ catalog_property: result })
}
