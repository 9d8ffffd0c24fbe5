import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { removeExclusiveLabelWorkflow } from "../../../../workflows/pricing/remove-exclusive-label"

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id = "" } = req.params
  await removeExclusiveLabelWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ id, object: "exclusive_label", deleted: true })
}
