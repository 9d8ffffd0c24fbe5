import { dealerOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { repeatOrder } from "../../../../../workflows/order/repeat-order"
import { requireReach } from "../../../../dealer-scope"
import type { StoreRepeatOrder, StoreRepeatedOrderResponse } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<StoreRepeatOrder>, res: MedusaResponse<StoreRepeatedOrderResponse>) {
  const repeated = await repeatOrder(req.scope, {
    ...req.validatedBody,
    order_id: req.params.id ?? "",
    reach: requireReach(req, "order", "view"),
    contract_id: dealerOf(req).contract?.id ?? null,
    entity_ids: requireReach(req, "cart", "edit").entity_ids,
  })
  res.json(repeated)
}
