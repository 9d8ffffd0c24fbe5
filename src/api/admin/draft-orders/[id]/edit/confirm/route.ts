import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { confirmDraftEditWorkflow } from "../../../../../../workflows/order/confirm-draft-edit"

/** Replaces Medusa's route, whose workflow has no hook: prices under a contract depend on all lines. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const input = { order_id: req.params.id ?? "", confirmed_by: req.auth_context.actor_id }
  const { result } = await confirmDraftEditWorkflow(req.scope).run({ input })
  res.json({ draft_order_preview: result })
}
