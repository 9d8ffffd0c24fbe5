import { actorOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { acceptApplicationWorkflow } from "../../../../../workflows/applications/accept-application"
import { managerScopeOf, refuseForeignClient } from "../../../../manager-scope"
import { readApplication } from "../../read-application"
import type { AdminAcceptApplication } from "../../validators"

export async function POST(req: MedusaRequest<AdminAcceptApplication>, res: MedusaResponse): Promise<void> {
  const { legal_entity_id, holding_id } = req.validatedBody
  if (legal_entity_id) {
    await refuseForeignClient(req, "legal_entity", legal_entity_id)
  }
  if (holding_id) {
    await refuseForeignClient(req, "holding", holding_id)
  }
  await acceptApplicationWorkflow(req.scope).run({
    input: { id: req.params.id ?? "", legal_entity_id, holding_id, decider: managerScopeOf(req), actor: actorOf(req) },
  })
  res.json({ application: await readApplication(req) })
}
