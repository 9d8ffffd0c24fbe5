import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { categoryBranches } from "../../../database/groups/category-children"
import type { AdminCatalogCategoryListResponse, AdminListCatalogCategories } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminListCatalogCategories>,
  res: MedusaResponse<AdminCatalogCategoryListResponse>
): Promise<void> {
  const page = await categoryBranches(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), req.validatedQuery)
  const { limit, offset } = req.validatedQuery
  res.json({ ...page, limit, offset })
}
