import { actorOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decideApplicationWorkflow } from "../../../../../workflows/applications/decide-application"
import { readApplication } from "../../read-application"
import type { AdminRequestMore } from "../../validators"

export async function POST(req: MedusaRequest<AdminRequestMore>, res: MedusaResponse): Promise<void> {
  await decideApplicationWorkflow(req.scope).run({
    input: { id: req.params.id ?? "", decision: "request_more", message: req.validatedBody.message, actor: actorOf(req) },
  })
  res.json({ application: await readApplication(req) })
}
