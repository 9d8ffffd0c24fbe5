import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { unassignManagerWorkflow } from "../../../../../../workflows/company/unassign-manager"
import { readHolding } from "../../../read-holding"

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id: holding_id = "", assignment_id = "" } = req.params
  await unassignManagerWorkflow(req.scope).run({ input: { client: { holding_id }, assignment_id, actor: actorOf(req) } })
  res.json({ holding: await readHolding(req.scope, holding_id) })
}
