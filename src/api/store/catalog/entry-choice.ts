import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { amongFavourites } from "../../../database/favourites/list-favourites"
import type { EntryChoice } from "../../../database/queries/entry-choice"
import type { Among } from "../../../database/queries/matching-entries"
import { amongBought } from "../../../database/purchases/purchases"
import { requireContract } from "../../dealer-scope"
import { favouritesOf } from "../favourites/favourites-of"
import { boughtBy } from "../purchases/bought-by"
import type { StoreCatalogFacetsQuery } from "./validators"

type Asking = Pick<MedusaRequest, "dealer" | "path" | "scope">

/** What the query of a request chooses of the catalogue, under the active contract. */
export async function entryChoice(req: Asking, query: Omit<StoreCatalogFacetsQuery, "count_in_stock">): Promise<EntryChoice> {
  const { q, category_id, property, label, in_stock } = query
  const { legal_entity_id, warehouse_ids, assortment } = requireContract(req)
  const among = await listsOf(req, query)
  return {
    q,
    category_id: category_id ?? null,
    sight: assortment,
    legal_entity_id,
    properties: {
      ...Object.fromEntries(
        Object.entries(property).map(([id, choice]) => [
          id,
          Array.isArray(choice) ? { values: choice } : { from: choice.from ?? null, to: choice.to ?? null },
        ])
      ),
      ...(label ? { label: { values: label } } : {}),
    },
    ...(in_stock ? { in_stock: { warehouse_ids } } : {}),
    ...(among.length > 0 ? { among } : {}),
  }
}

async function listsOf(req: Asking, { favourites, bought }: StoreCatalogFacetsQuery): Promise<Among[]> {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return [
    ...(favourites ? [amongFavourites(favouritesOf(req, favourites))] : []),
    ...(bought ? [await amongBought(db, bought, boughtBy(req))] : []),
  ]
}
