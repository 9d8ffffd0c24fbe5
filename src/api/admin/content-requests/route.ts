import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listRequests } from "../../../database/content/list-requests"
import { managerScopeOf } from "../../manager-scope"
import type { AdminListContentRequests } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListContentRequests>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { requests, count } = await listRequests(db, { scope: managerScopeOf(req), filter, limit, offset })
  res.json({ content_requests: requests, count, offset, limit })
}
