import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../modules/company"
import type CompanyModuleService from "../../../modules/company/service"
import { createRoleWorkflow } from "../../../workflows/company/create-role"
import { actorOf } from "../../actor-of"
import { presentRole } from "../../present-role"
import type { AdminCreateRole, AdminListRoles } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListRoles>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filters } = req.validatedQuery
  const company = req.scope.resolve<CompanyModuleService>(COMPANY_MODULE)
  const [roles, count] = await company.listAndCountRoles(filters, { order: { name: "ASC", id: "ASC" }, take: limit, skip: offset })
  res.json({ roles: roles.map(presentRole), count, offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminCreateRole>, res: MedusaResponse): Promise<void> {
  const { result } = await createRoleWorkflow(req.scope).run({ input: { role: req.validatedBody, actor: actorOf(req) } })
  res.json({ role: presentRole(result) })
}
