import { dealerOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { companyOrderLines } from "../../../../../database/ordering/company-order-lines"
import { placedOrder } from "../../../../../database/ordering/placed-order"
import { roundPrice } from "../../../../../modules/contract-pricing/rules/round-price"
import { placeOrderWorkflow } from "../../../../../workflows/order/place-order"
import { requireReach } from "../../../../dealer-scope"
import { orderVat } from "../../../../present-order"
import type { StorePlaceOrder } from "../../validators"

/** Replaces Medusa's route: there is one way to place an order. */
export async function POST(req: AuthenticatedMedusaRequest<StorePlaceOrder>, res: MedusaResponse) {
  const { employee_id, actor } = dealerOf(req)
  const { entity_ids } = requireReach(req, "order", "create")
  const { expected_total = null, comment = null, bypass_reason = null } = req.validatedBody
  const { result } = await placeOrderWorkflow(req.scope).run({
    input: { cart_id: req.params.id ?? "", employee_id, entity_ids, expected_total, comment, bypass_reason, actor },
  })
  if (result.order_id === null) {
    const message = `The order was refused for ${result.refusals.length} reason(s)`
    return res.status(400).json({ type: MedusaError.Types.NOT_ALLOWED, code: "order_refused", message, refusals: result.refusals })
  }
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { order_id } = result
  const order = await placedOrder(db, { order_id })
  const vat = order && orderVat(await companyOrderLines(db, { order_id, with_kept: false }), order.currency_code)
  return res.json({ type: "order", order: order && { ...order, total: roundPrice(order.total, order.currency_code), ...vat } })
}
