import { dealerOf } from "@kontor/framework"
import type { MedusaRequest } from "@medusajs/framework/http"
import { type FavouriteList, type FavouriteOwner, ownerOfList } from "../../../database/favourites/favourite-lists"
import { requireContract } from "../../dealer-scope"

/** Who keeps the list of this name, of who asks under his active contract. */
export function favouritesOf(req: Pick<MedusaRequest, "dealer" | "path">, list: FavouriteList): FavouriteOwner {
  const { employee_id } = dealerOf(req)
  const { legal_entity_id } = requireContract(req)
  return ownerOfList(list, { employee_id, legal_entity_id })
}
