import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listClientCategories } from "../../../database/queries/list-client-categories"
import { saveClientCategoryWorkflow } from "../../../workflows/company/save-client-category"
import { presentClientCategory } from "./present-client-category"
import type { AdminListClientCategories, AdminSaveClientCategory } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListClientCategories>, res: MedusaResponse): Promise<void> {
  const { limit, offset, q } = req.validatedQuery
  const { categories, count } = await listClientCategories(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { q, limit, offset })
  res.json({ client_categories: categories.map(presentClientCategory), count, offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminSaveClientCategory>, res: MedusaResponse): Promise<void> {
  const { result } = await saveClientCategoryWorkflow(req.scope).run({ input: { ...req.validatedBody, id: null, actor: actorOf(req) } })
  res.json({ client_category: presentClientCategory(result) })
}
