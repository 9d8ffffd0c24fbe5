import { actorOf, type RightAction } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { companyOrders } from "../../../../../database/ordering/company-orders"
import { waitingLines } from "../../../../../database/promises/waiting-lines"
import { answerPromisesWorkflow } from "../../../../../workflows/supply/answer-promises"
import { requireReach } from "../../../../dealer-scope"
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

/** The order in the path, as far as the right reaches. Throws NOT_FOUND beyond that. */
async function orderInReach(req: AuthenticatedMedusaRequest<unknown>, action: RightAction) {
  const order_id = req.params.id ?? ""
  const query = { ...requireReach(req, "order", action), order_id, legal_entity_id: null, q: null, limit: 1, offset: 0 }
  const [order] = (await companyOrders(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), query)).orders
  if (!order) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order with id ${order_id} was not found`)
  }
  return order
}
