import { dealerOf, today } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { favouriteKeys } from "../../../database/favourites/list-favourites"
import { entryDetails } from "../../../database/queries/entry-details"
import { putFavouritesWorkflow } from "../../../workflows/catalog/put-favourites"
import { requireContract, requireRight } from "../../dealer-scope"
import { favouritesOf, keepersOf } from "./favourites-of"
import type { StoreFavouritesResponse, StoreListFavourites, StorePutFavourites, StorePutFavouritesResponse } from "./validators"

export async function GET(req: MedusaRequest<unknown, StoreListFavourites>, res: MedusaResponse<StoreFavouritesResponse>): Promise<void> {
  const { id: contract_id, currency_code, warehouse_ids, assortment: sight } = requireContract(req)
  const { list, limit, offset } = req.validatedQuery
  const db: Knex = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { total: count, keys } = await favouriteKeys(db, { owner: favouritesOf(req, list), sight, limit, offset })
  const terms = { contract_id, currency_code, warehouse_ids, day: today(), favourites_of: keepersOf(req) }
  const { entries, prices_as_of, retail_as_of } = await entryDetails(db, { ...terms, keys })
  res.json({ entries, count, limit, offset, as_of: prices_as_of, retail_as_of })
}

export async function POST(req: MedusaRequest<StorePutFavourites>, res: MedusaResponse<StorePutFavouritesResponse>): Promise<void> {
  const { list, variant_ids, is_favourite } = req.validatedBody
  if (list === "shared") {
    requireRight(req, "cart", "edit")
  }
  const { employee_id, actor } = dealerOf(req)
  const { assortment: sight } = requireContract(req)
  const { result } = await putFavouritesWorkflow(req.scope).run({
    input: { owner: favouritesOf(req, list), variant_ids, is_favourite, employee_id, sight, actor },
  })
  res.json(result)
}
