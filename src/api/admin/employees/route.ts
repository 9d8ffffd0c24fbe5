import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listPeople } from "../../../database/queries/list-people"
import { managerScopeOf } from "../../manager-scope"
import type { AdminListPeople } from "./people-validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListPeople>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const page = await listPeople(db, { filter, scope: managerScopeOf(req), limit, offset })
  res.json({ ...page, offset, limit })
}
