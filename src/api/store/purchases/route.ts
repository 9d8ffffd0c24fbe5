import { today } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { purchases } from "../../../database/purchases/purchases"
import { unknownCategories } from "../../../database/queries/category-key"
import { entryDetails } from "../../../database/queries/entry-details"
import { requireContract } from "../../dealer-scope"
import { keepersOf } from "../favourites/favourites-of"
import { boughtBy } from "./bought-by"
import type { StoreListPurchases, StorePurchasesResponse } from "./validators"

export async function GET(req: MedusaRequest<unknown, StoreListPurchases>, res: MedusaResponse<StorePurchasesResponse>): Promise<void> {
  const bought_by = boughtBy(req)
  const { id: contract_id, currency_code, warehouse_ids, assortment: sight } = requireContract(req)
  const { category_id = null, sort, limit, offset } = req.validatedQuery
  const db: Knex = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  if (category_id !== null && (await unknownCategories(db, { category_ids: [category_id], sight })).length > 0) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Category with id: ${category_id} was not found`)
  }
  const found = await purchases(db, { bought_by, sight, category_id, sort, limit, offset })
  const keys = found.purchases.map(({ entry_key }) => entry_key)
  const terms = { contract_id, currency_code, warehouse_ids, day: today(), favourites_of: keepersOf(req) }
  const { entries, prices_as_of, retail_as_of } = await entryDetails(db, { ...terms, keys })
  const rows = found.purchases.flatMap(({ last_ordered_at, orders, quantity }, index) => {
    const entry = entries[index]
    return entry ? [{ last_ordered_at, orders, quantity, entry }] : []
  })
  res.json({ purchases: rows, count: found.count, limit, offset, as_of: prices_as_of, retail_as_of })
}
