import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeLabelWorkflow, removeLabelWorkflow } from "../../../../workflows/catalog/save-label"
import { answerLabel } from "../answer-label"
import type { AdminChangeLabel, AdminLabelResponse } from "../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminChangeLabel>, res: MedusaResponse<AdminLabelResponse>): Promise<void> {
  const { id = "" } = req.params
  await changeLabelWorkflow(req.scope).run({ input: { id, change: req.validatedBody, actor: actorOf(req) } })
  await answerLabel(req, res, id)
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id = "" } = req.params
  await removeLabelWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ id, object: "label", deleted: true })
}
