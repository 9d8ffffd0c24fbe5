import { dealerOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { endActingSessionWorkflow } from "../../../../../../workflows/company/end-acting-session"

/** The client ends it; the user himself, when he is done, by the same route. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { employee_id, actor } = dealerOf(req)
  const id = req.params.id ?? ""
  const ended_by = actor.acting_for_employee_id === null ? "client" : "staff"
  await endActingSessionWorkflow(req.scope).run({ input: { id, employee_id, ended_by, actor } })
  res.json({ session: { id } })
}
