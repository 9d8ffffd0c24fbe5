import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { previewRule } from "../../../../database/visibility/preview-rule"
import type { AdminPreviewVisibilityRule } from "../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminPreviewVisibilityRule>, res: MedusaResponse): Promise<void> {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ preview: await previewRule(db, req.validatedBody) })
}
