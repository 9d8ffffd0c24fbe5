import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { categoryFacts } from "../../../../database/catalog/category-facts"
import { putCategoryFactsWorkflow } from "../../../../workflows/catalog/put-category-facts"
import type { AdminCatalogCategoryResponse, AdminPutCatalogCategory } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminCatalogCategoryResponse>): Promise<void> {
  const { id = "" } = req.params
  const facts = await categoryFacts(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id })
  res.json({ catalog_category: { id, ...facts } })
}

export async function POST(
  req: AuthenticatedMedusaRequest<AdminPutCatalogCategory>,
  res: MedusaResponse<AdminCatalogCategoryResponse>
): Promise<void> {
  const { id = "" } = req.params
  const { result } = await putCategoryFactsWorkflow(req.scope).run({ input: { id, ...req.validatedBody, actor: actorOf(req) } })
  res.json({ catalog_category: { id, ...result.after } })
}
