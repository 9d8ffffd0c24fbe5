import { dealerOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { workableEntityIds } from "../../../../../modules/company/rules/reach-of-scope"
import { moveCartToContractWorkflow } from "../../../../../workflows/cart/move-cart-to-contract"
import { requireReach } from "../../../../dealer-scope"
import type { StoreMoveCart } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<StoreMoveCart>, res: MedusaResponse) {
  const workable = workableEntityIds(dealerOf(req))
  const entity_ids = requireReach(req, "cart", "edit").entity_ids.filter((id) => workable.includes(id))
  const { result } = await moveCartToContractWorkflow(req.scope).run({
    input: { cart_id: req.params.id ?? "", contract_id: req.validatedBody.contract_id, entity_ids },
  })
  res.json({ cart: result })
}
