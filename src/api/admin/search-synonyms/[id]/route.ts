import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeSynonymsWorkflow, removeSynonymsWorkflow } from "../../../../workflows/catalog/save-synonyms"
import type { AdminPutSynonyms, AdminSynonymsResponse } from "../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminPutSynonyms>, res: MedusaResponse<AdminSynonymsResponse>): Promise<void> {
  const { id = "" } = req.params
  const { result } = await changeSynonymsWorkflow(req.scope).run({ input: { id, draft: req.validatedBody, actor: actorOf(req) } })
  res.json({ synonym_group: result })
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id = "" } = req.params
  await removeSynonymsWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ id, object: "synonym_group", deleted: true })
}
