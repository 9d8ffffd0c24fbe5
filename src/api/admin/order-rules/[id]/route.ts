import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { saveOrderRuleWorkflow } from "../../../../workflows/order-rules/save-order-rule"
import type { AdminChangeOrderRule } from "../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminChangeOrderRule>, res: MedusaResponse): Promise<void> {
  const { updated_at, ...draft } = req.validatedBody
  const { id = "" } = req.params
  const { result } = await saveOrderRuleWorkflow(req.scope).run({ input: { id, updated_at, draft, actor: actorOf(req) } })
  res.json({ order_rule: result.after })
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id = "" } = req.params
  await saveOrderRuleWorkflow(req.scope).run({ input: { id, updated_at: null, draft: null, actor: actorOf(req) } })
  res.json({ id, object: "order_rule", deleted: true })
}
