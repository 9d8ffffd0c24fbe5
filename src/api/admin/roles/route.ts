import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listRoles } from "../../../database/people/list-roles"
import { createRoleWorkflow } from "../../../workflows/company/create-role"
import { presentRole } from "../../present-role"
import type { AdminCreateRole, AdminListRoles } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListRoles>, res: MedusaResponse): Promise<void> {
  const { limit, offset, q = null, holding_id = null } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ ...(await listRoles(db, { q, holding_id, limit, offset })), offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminCreateRole>, res: MedusaResponse): Promise<void> {
  const { result } = await createRoleWorkflow(req.scope).run({ input: { role: req.validatedBody, actor: actorOf(req) } })
  res.json({ role: presentRole(result) })
}
