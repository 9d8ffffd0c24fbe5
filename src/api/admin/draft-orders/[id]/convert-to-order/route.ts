import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { convertDraftOrderWorkflow } from "@medusajs/medusa/core-flows"
import { draftOrder } from "../../../../../database/drafts/draft-order"
import { placeDraftWorkflow } from "../../../../../workflows/order/place-draft"
import type { AdminPlaceDraft } from "../../validators"

/** Replaces Medusa's route, whose workflow has no hook. A draft that is of no dealer goes Medusa's way. */
export async function POST(req: AuthenticatedMedusaRequest<AdminPlaceDraft>, res: MedusaResponse) {
  const order_id = req.params.id ?? ""
  const draft = await draftOrder(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { order_id })
  const isOfDealer = draft && (draft.contract_id !== null || draft.employee !== null || draft.is_placed)
  if (isOfDealer) {
    const { bypass_reason = null } = req.validatedBody
    const { result } = await placeDraftWorkflow(req.scope).run({ input: { order_id, bypass_reason, actor: actorOf(req) } })
    const [first, second] = result.refusals
    if (first) {
      const message = result.refusals.map((refusal) => refusal.message).join("; ")
      const code = second ? "order_refused" : first.code
      return res.status(400).json({ type: MedusaError.Types.NOT_ALLOWED, code, message, refusals: result.refusals })
    }
  } else {
    await convertDraftOrderWorkflow(req.scope).run({ input: { id: order_id } })
  }
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", filters: { id: order_id }, fields: req.queryConfig.fields })
  return res.json({ order: data[0] })
}
