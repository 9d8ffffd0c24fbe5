import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { waitingLines } from "../../../../../database/promises/waiting-lines"
import { answerPromisesWorkflow } from "../../../../../workflows/supply/answer-promises"
import { orderInReach } from "../../../../order-in-reach"
import { presentPromises } from "../../../../present-promises"
import type { StoreAnswerPromises } from "../../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const order = await orderInReach(req, "view")
  res.json({ lines: await promisesOf(req, order.id) })
}

export async function POST(req: AuthenticatedMedusaRequest<StoreAnswerPromises>, res: MedusaResponse): Promise<void> {
  const { id: order_id, legal_entity } = await orderInReach(req, "edit")
  const { answer, line_ids = null } = req.validatedBody
  const input = { order_id, legal_entity_id: legal_entity.id, line_ids, answer, actor: actorOf(req) }
  await answerPromisesWorkflow(req.scope).run({ input })
  res.json({ lines: await promisesOf(req, order_id) })
}

async function promisesOf(req: AuthenticatedMedusaRequest<unknown>, order_id: string) {
  return presentPromises(await waitingLines(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { order_id }))
}
