import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { deleteRoleWorkflow } from "../../../../workflows/company/delete-role"
import { updateRoleWorkflow } from "../../../../workflows/company/update-role"
import { presentRole } from "../../../present-role"
import type { AdminUpdateRole } from "../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminUpdateRole>, res: MedusaResponse): Promise<void> {
  const change = { id: req.params.id ?? "", ...req.validatedBody }
  const { result } = await updateRoleWorkflow(req.scope).run({ input: { change, actor: actorOf(req) } })
  res.json({ role: presentRole(result) })
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await deleteRoleWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ id, object: "role", deleted: true })
}
