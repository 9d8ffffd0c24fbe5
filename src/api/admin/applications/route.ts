import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listApplications } from "../../../database/applications/list-applications"
import { managerScopeOf } from "../../manager-scope"
import type { AdminListApplications } from "./validators"

export async function GET(req: MedusaRequest<unknown, AdminListApplications>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ ...(await listApplications(db, { filter, limit, offset, scope: managerScopeOf(req) })), limit, offset })
}
