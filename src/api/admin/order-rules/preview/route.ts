import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { previewOrderRule } from "../../../../database/order-rules/preview-order-rule"
import type { AdminPreviewOrderRule } from "../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminPreviewOrderRule>, res: MedusaResponse): Promise<void> {
  const { id = null, order_rule } = req.validatedBody
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ preview: await previewOrderRule(db, { id, draft: order_rule }) })
}
