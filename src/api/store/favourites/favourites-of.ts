import { dealerOf } from "@kontor/framework"
import type { MedusaRequest } from "@medusajs/framework/http"
import { type FavouriteList, type FavouriteOwner, ownerOfList } from "../../../database/favourites/favourite-lists"
import type { FavouriteKeepers } from "../../../database/queries/entry-favourites"
import { requireContract } from "../../dealer-scope"

/** Whose favourites are marked: those of who asks, and of the entity of his active contract. */
export function keepersOf(req: Pick<MedusaRequest, "dealer" | "path">): FavouriteKeepers {
  const { employee_id } = dealerOf(req)
  const { legal_entity_id } = requireContract(req)
  return { employee_id, legal_entity_id }
}

/** Who keeps the list of this name, of who asks under his active contract. */
export function favouritesOf(req: Pick<MedusaRequest, "dealer" | "path">, list: FavouriteList): FavouriteOwner {
  return ownerOfList(list, keepersOf(req))
}
