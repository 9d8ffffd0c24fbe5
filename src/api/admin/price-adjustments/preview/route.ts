import { today } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { previewAdjustment } from "../../../../database/pricing/preview-adjustment"
import type { AdminPreviewPriceAdjustment } from "../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminPreviewPriceAdjustment>, res: MedusaResponse): Promise<void> {
  const { id = null, adjustment } = req.validatedBody
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ preview: await previewAdjustment(db, { id, draft: adjustment }, today()) })
}
