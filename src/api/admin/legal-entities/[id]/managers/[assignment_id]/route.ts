import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { unassignManagerWorkflow } from "../../../../../../workflows/company/unassign-manager"
import { readCard } from "../../../read-card"

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id: legal_entity_id = "", assignment_id = "" } = req.params
  await unassignManagerWorkflow(req.scope).run({ input: { client: { legal_entity_id }, assignment_id, actor: actorOf(req) } })
  res.json({ legal_entity: await readCard(req.scope, legal_entity_id) })
}
