import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { refinementOfCart } from "../../../../../database/ordering/refinement-of-cart"
import { refineCartWorkflow } from "../../../../../workflows/cart/refine-cart"
import { requireReach } from "../../../../dealer-scope"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const cart_id = req.params.id ?? ""
  const state = await refinementOfCart(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), cart_id)
  res.json({ cart: { cart_id, ...state, changes: [] } })
}

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { result } = await refineCartWorkflow(req.scope).run({
    input: { cart_id: req.params.id ?? "", entity_ids: requireReach(req, "cart", "edit").entity_ids },
  })
  res.json({ cart: result })
}
