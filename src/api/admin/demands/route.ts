import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listDemands } from "../../../database/promises/list-demands"
import { managerScopeOf } from "../../manager-scope"
import type { AdminListDemands } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListDemands>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const page = await listDemands(db, { filter, scope: managerScopeOf(req), limit, offset })
  res.json({ ...page, limit, offset })
}
