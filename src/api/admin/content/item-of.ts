import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { type ItemListing, itemListing } from "../../../database/content/list-items"

/** The item of content with this id. Throws NOT_FOUND when there is none. */
export async function itemOf(req: Pick<MedusaRequest, "scope">, id: string): Promise<ItemListing> {
  const item = await itemListing(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id })
  if (!item) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Content with id: ${id} was not found`)
  }
  return item
}
