import { today } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { catalogPage } from "../../../database/queries/catalog-page"
import { requireContract } from "../../dealer-scope"
import type { StoreCatalogQuery, StoreCatalogResponse } from "./validators"

export async function GET(req: MedusaRequest<unknown, StoreCatalogQuery>, res: MedusaResponse<StoreCatalogResponse>): Promise<void> {
  const { id: contract_id, currency_code, warehouse_ids, assortment: sight } = requireContract(req)
  const { category_id = null, ...query } = req.validatedQuery
  const db: Knex = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const page = await catalogPage(db, { ...query, category_id, contract_id, currency_code, day: today(), warehouse_ids, sight })
  if (!page) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Category with id: ${category_id} was not found`)
  }
  const { entries, total: count, prices_as_of: as_of, retail_as_of } = page
  res.json({ entries, count, limit: query.limit, offset: query.offset, as_of, retail_as_of })
}
