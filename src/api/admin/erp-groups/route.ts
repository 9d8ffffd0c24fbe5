import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listGroups } from "../../../database/groups/list-groups"
import type { AdminErpGroupListResponse, AdminListErpGroups } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminListErpGroups>,
  res: MedusaResponse<AdminErpGroupListResponse>
): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const page = await listGroups(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { filter, limit, offset })
  res.json({ ...page, limit, offset })
}
