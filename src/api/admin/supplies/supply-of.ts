import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { type SupplyListing, supplyListing } from "../../../database/supplies/list-supplies"

/** The supply with this id. Throws NOT_FOUND when there is none. */
export async function supplyOf(req: Pick<MedusaRequest, "scope">, id: string): Promise<SupplyListing> {
  const supply = await supplyListing(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id })
  if (!supply) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Supply with id ${id} was not found`)
  }
  return supply
}
