import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { saveReservationRuleWorkflow } from "../../../../workflows/supply/save-reservation-rule"
import type { AdminChangeReservationRule } from "../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminChangeReservationRule>, res: MedusaResponse): Promise<void> {
  const { updated_at, ...draft } = req.validatedBody
  const { id = "" } = req.params
  const { result } = await saveReservationRuleWorkflow(req.scope).run({ input: { id, updated_at, draft, actor: actorOf(req) } })
  res.json({ reservation_rule: result.after })
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id = "" } = req.params
  await saveReservationRuleWorkflow(req.scope).run({ input: { id, updated_at: null, draft: null, actor: actorOf(req) } })
  res.json({ id, object: "reservation_rule", deleted: true })
}
