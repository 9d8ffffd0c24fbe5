import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { saveVisibilityRuleWorkflow } from "../../../../workflows/catalog/save-visibility-rule"
import { answerRule } from "../answer-rule"
import type { AdminChangeVisibilityRule } from "../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminChangeVisibilityRule>, res: MedusaResponse): Promise<void> {
  const { updated_at, ...draft } = req.validatedBody
  const { id = "" } = req.params
  await answerRule(req, res, { id, updated_at, draft, actor: actorOf(req) })
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id = "" } = req.params
  await saveVisibilityRuleWorkflow(req.scope).run({ input: { id, updated_at: null, draft: null, actor: actorOf(req) } })
  res.json({ id, object: "visibility_rule", deleted: true })
}
