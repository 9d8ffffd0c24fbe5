import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { assignManagerWorkflow } from "../../../../../workflows/company/assign-manager"
import { readCard } from "../../read-card"
import type { AdminAssignManager } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminAssignManager>, res: MedusaResponse): Promise<void> {
  const legal_entity_id = req.params.id ?? ""
  await assignManagerWorkflow(req.scope).run({ input: { ...req.validatedBody, client: { legal_entity_id }, actor: actorOf(req) } })
  res.json({ legal_entity: await readCard(req.scope, legal_entity_id) })
}
