import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { type DemandListing, listDemands } from "../../../database/promises/list-demands"
import { managerScopeOf } from "../../manager-scope"

/** The demand in the path, of a client of the manager. Throws NOT_FOUND when there is none, or it has got all it wants. */
export async function demandOf(req: MedusaRequest): Promise<DemandListing> {
  const id = req.params.id ?? ""
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { demands } = await listDemands(db, { filter: { id }, scope: managerScopeOf(req), limit: 1, offset: 0 })
  if (!demands[0]) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Demand with id: ${id} was not found`)
  }
  return demands[0]
}
