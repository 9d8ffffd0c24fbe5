import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { mapGroups } from "../../../../database/groups/map-groups"
import { inPreview } from "../../../../database/pricing/in-preview"
import type { AdminMapErpGroups, AdminMappedErpGroupsResponse } from "../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<AdminMapErpGroups>,
  res: MedusaResponse<AdminMappedErpGroupsResponse>
): Promise<void> {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { groups, ...counts } = await inPreview(db, (trx) => mapGroups(trx, req.validatedBody))
  res.json({ mapping: { groups: groups.length, ...counts } })
}
