import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { assignManagerWorkflow } from "../../../../../workflows/company/assign-manager"
import type { AdminAssignManager } from "../../../legal-entities/validators"
import { readHolding } from "../../read-holding"

export async function POST(req: AuthenticatedMedusaRequest<AdminAssignManager>, res: MedusaResponse): Promise<void> {
  const { id: holding_id } = await readHolding(req.scope, req.params.id ?? "")
  await assignManagerWorkflow(req.scope).run({ input: { ...req.validatedBody, client: { holding_id }, actor: actorOf(req) } })
  res.json({ holding: await readHolding(req.scope, holding_id) })
}
