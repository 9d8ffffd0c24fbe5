import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { endActingSessionWorkflow } from "../../../../../../workflows/company/end-acting-session"

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id: employee_id = "", session_id: id = "" } = req.params
  await endActingSessionWorkflow(req.scope).run({ input: { id, employee_id, ended_by: "staff", actor: actorOf(req) } })
  res.json({ session: { id } })
}
