import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { favouriteVariants } from "../../../../database/favourites/list-favourites"
import { requireContract } from "../../../dealer-scope"
import { favouritesOf } from "../favourites-of"
import type { StoreFavouriteVariants, StoreFavouriteVariantsResponse } from "../validators"

export async function GET(
  req: MedusaRequest<unknown, StoreFavouriteVariants>,
  res: MedusaResponse<StoreFavouriteVariantsResponse>
): Promise<void> {
  const { assortment: sight } = requireContract(req)
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ variant_ids: await favouriteVariants(db, { owner: favouritesOf(req, req.validatedQuery.list), sight }) })
}
