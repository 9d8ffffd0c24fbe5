import { actorOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { completeByHandWorkflow } from "../../../../../workflows/applications/complete-by-hand"
import { readApplication } from "../../read-application"
import type { AdminCompleteApplication } from "../../validators"

export async function POST(req: MedusaRequest<AdminCompleteApplication>, res: MedusaResponse): Promise<void> {
  await completeByHandWorkflow(req.scope).run({
    input: { id: req.params.id ?? "", message: req.validatedBody.reason, actor: actorOf(req) },
  })
  res.json({ application: await readApplication(req) })
}
