import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createClientDraftWorkflow } from "../../../../../workflows/order/create-client-draft"
import type { AdminClientDraftResponse, AdminCreateClientDraft } from "../../../draft-orders/validators"

export async function POST(
  req: AuthenticatedMedusaRequest<AdminCreateClientDraft>,
  res: MedusaResponse<AdminClientDraftResponse>
): Promise<void> {
  const { result } = await createClientDraftWorkflow(req.scope).run({
    input: { ...req.validatedBody, legal_entity_id: req.params.id ?? "", actor: actorOf(req) },
  })
  res.json({ draft_order: result })
}
