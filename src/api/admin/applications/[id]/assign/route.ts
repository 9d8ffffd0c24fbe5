import { actorOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { assignApplicationWorkflow } from "../../../../../workflows/applications/assign-application"
import { readApplication } from "../../read-application"
import type { AdminAssignApplication } from "../../validators"

export async function POST(req: MedusaRequest<AdminAssignApplication>, res: MedusaResponse): Promise<void> {
  await assignApplicationWorkflow(req.scope).run({
    input: { id: req.params.id ?? "", user_id: req.validatedBody.user_id, actor: actorOf(req) },
  })
  res.json({ application: await readApplication(req) })
}
