import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listHoldings } from "../../../database/queries/list-holdings"
import { managerScopeOf } from "../../manager-scope"
import type { AdminListHoldings } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListHoldings>, res: MedusaResponse): Promise<void> {
  const { q = null, limit, offset } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ ...(await listHoldings(db, { q, scope: managerScopeOf(req), limit, offset })), offset, limit })
}
