import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeSynonymsWorkflow, removeSynonymsWorkflow } from "../../../../workflows/catalog/save-synonyms"
import type { AdminChangeSynonyms, AdminSynonymsResponse } from "../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<AdminChangeSynonyms>,
  res: MedusaResponse<AdminSynonymsResponse>
): Promise<void> {
  const { id = "" } = req.params
  const { updated_at, ...draft } = req.validatedBody
  const { result } = await changeSynonymsWorkflow(req.scope).run({ input: { id, updated_at, draft, actor: actorOf(req) } })
  res.json({ synonym_group: result })
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id = "" } = req.params
  await removeSynonymsWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ id, object: "synonym_group", deleted: true })
}
