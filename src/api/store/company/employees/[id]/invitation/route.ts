import { dealerOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { inviteEmployeeWorkflow } from "../../../../../../workflows/company/invite-employee"
import { changerOf } from "../../changer-of"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await inviteEmployeeWorkflow(req.scope).run({
    input: { employee_id: req.params.id ?? "", changer: changerOf(req, "edit"), actor: dealerOf(req).actor },
  })
  res.status(202).json({})
}
