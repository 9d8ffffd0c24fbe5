import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listCategories } from "../../../../database/queries/list-categories"
import { categoryTree } from "../../../../modules/catalog/rules/category-tree"
import { requireContract } from "../../../dealer-scope"
import type { StoreCatalogCategoriesResponse } from "../validators"

export async function GET(req: MedusaRequest, res: MedusaResponse<StoreCatalogCategoriesResponse>): Promise<void> {
  const sight = requireContract(req).assortment
  const db: Knex = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ categories: categoryTree(await listCategories(db, sight)) })
}
