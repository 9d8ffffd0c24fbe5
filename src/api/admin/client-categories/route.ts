import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../modules/company"
import type CompanyModuleService from "../../../modules/company/service"
import { saveClientCategoryWorkflow } from "../../../workflows/company/save-client-category"
import { presentClientCategory } from "./present-client-category"
import type { AdminListClientCategories, AdminSaveClientCategory } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListClientCategories>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filters } = req.validatedQuery
  const company = req.scope.resolve<CompanyModuleService>(COMPANY_MODULE)
  const [categories, count] = await company.listAndCountClientCategories(filters, {
    order: { name: "ASC", id: "ASC" },
    take: limit,
    skip: offset,
  })
  res.json({ client_categories: categories.map(presentClientCategory), count, offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminSaveClientCategory>, res: MedusaResponse): Promise<void> {
  const { result } = await saveClientCategoryWorkflow(req.scope).run({ input: { ...req.validatedBody, id: null, actor: actorOf(req) } })
  res.json({ client_category: presentClientCategory(result) })
}
