import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeMembershipWorkflow } from "../../../../../../workflows/company/change-membership"
import { refuseForeignClient } from "../../../../../manager-scope"

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id: employee_id = "", legal_entity_id = "" } = req.params
  await refuseForeignClient(req, "legal_entity", legal_entity_id)
  await changeMembershipWorkflow(req.scope).run({
    input: { employee_id, change: { kind: "detach", legal_entity_id }, actor: actorOf(req) },
  })
  res.json({ id: employee_id, legal_entity_id, deleted: true })
}
