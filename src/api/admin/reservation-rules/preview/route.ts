import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { previewReservationRule } from "../../../../database/reservations/preview-reservation-rule"
import type { AdminPreviewReservationRule } from "../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminPreviewReservationRule>, res: MedusaResponse): Promise<void> {
  const { id = null, reservation_rule } = req.validatedBody
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ preview: await previewReservationRule(db, { id, draft: reservation_rule }) })
}
