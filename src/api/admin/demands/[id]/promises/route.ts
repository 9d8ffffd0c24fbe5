import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { promiseByHandWorkflow } from "../../../../../workflows/supply/promise-by-hand"
import { demandOf } from "../../demand-of"
import type { AdminPromiseByHand } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminPromiseByHand>, res: MedusaResponse): Promise<void> {
  const { id: demand_id } = await demandOf(req)
  await promiseByHandWorkflow(req.scope).run({ input: { demand_id, promises: req.validatedBody.promises, actor: actorOf(req) } })
  res.json({ demand: await demandOf(req) })
}
