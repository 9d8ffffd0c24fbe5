import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { retryInboxWorkflow } from "../../../../../workflows/erp/retry-inbox"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { result } = await retryInboxWorkflow(req.scope).run({ input: { run_id: req.params["id"] ?? "", actor: actorOf(req) } })
  res.json({ inbox_id: result.id })
}
