import { today } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { catalogPage } from "../../../database/queries/catalog-page"
import { requireContract } from "../../dealer-scope"
import { keepersOf } from "../favourites/favourites-of"
import { entryChoice } from "./entry-choice"
import type { StoreCatalogQuery, StoreCatalogResponse } from "./validators"

export async function GET(req: MedusaRequest<unknown, StoreCatalogQuery>, res: MedusaResponse<StoreCatalogResponse>): Promise<void> {
  const contract = requireContract(req)
  const { id: contract_id, currency_code, warehouse_ids } = contract
  const { sort, limit, offset, cursor, ...filter } = req.validatedQuery
  const db: Knex = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const choice = await entryChoice(req, filter)
  const terms = { contract_id, currency_code, day: today(), warehouse_ids, favourites_of: keepersOf(req) }
  const page = await catalogPage(db, { ...choice, ...terms, sort, limit, offset, cursor })
  if (!page) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Category with id: ${filter.category_id} was not found`)
  }
  const { entries, total: count, corrected_to, next_cursor, prices_as_of: as_of, retail_as_of } = page
  res.json({ entries, count, limit, offset, next_cursor, corrected_to, as_of, retail_as_of })
}
