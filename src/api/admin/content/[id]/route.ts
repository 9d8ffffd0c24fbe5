import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { saveItemWorkflow } from "../../../../workflows/content/save-item"
import { itemOf } from "../item-of"
import type { AdminChangeContent } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ content_item: await itemOf(req, req.params.id ?? "") })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminChangeContent>, res: MedusaResponse): Promise<void> {
  const { updated_at, ...draft } = req.validatedBody
  const { id = "" } = req.params
  await saveItemWorkflow(req.scope).run({ input: { id, updated_at, draft, actor: actorOf(req) } })
  res.json({ content_item: await itemOf(req, id) })
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id = "" } = req.params
  await saveItemWorkflow(req.scope).run({ input: { id, updated_at: null, draft: null, actor: actorOf(req) } })
  res.json({ id, object: "content_item", deleted: true })
}
