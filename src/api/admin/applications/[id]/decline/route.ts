import { actorOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decideApplicationWorkflow } from "../../../../../workflows/applications/decide-application"
import { readApplication } from "../../read-application"
import type { AdminDeclineApplication } from "../../validators"

export async function POST(req: MedusaRequest<AdminDeclineApplication>, res: MedusaResponse): Promise<void> {
  await decideApplicationWorkflow(req.scope).run({
    input: { id: req.params.id ?? "", decision: "decline", message: req.validatedBody.reason, actor: actorOf(req) },
  })
  res.json({ application: await readApplication(req) })
}
