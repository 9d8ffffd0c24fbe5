import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { categoryBranches } from "../../../../../database/groups/category-children"
import { moveCategoryWorkflow } from "../../../../../workflows/catalog/move-category"
import type { AdminMoveCatalogCategory, AdminMovedCatalogCategoryResponse } from "../../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<AdminMoveCatalogCategory>,
  res: MedusaResponse<AdminMovedCatalogCategoryResponse>
): Promise<void> {
  const { id = "" } = req.params
  await moveCategoryWorkflow(req.scope).run({ input: { id, ...req.validatedBody, actor: actorOf(req) } })
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [catalog_category] = (await categoryBranches(db, { id, limit: 1, offset: 0 })).catalog_categories
  if (!catalog_category) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Category with id: ${id} was not found`)
  }
  res.json({ catalog_category })
}
