import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { inviteEmployeeWorkflow } from "../../../../../workflows/company/invite-employee"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await inviteEmployeeWorkflow(req.scope).run({ input: { employee_id: req.params.id ?? "", actor: actorOf(req) } })
  res.status(202).json({})
}
