import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type CartPromotionsChange, changeCartPromotionsWorkflow } from "../../../../../workflows/cart/change-cart-promotions"
import type { StoreChangePromotions } from "../../validators"

/** Replaces Medusa's route, which reads the cart with all categories of all its goods: minutes at some thousand lines. No codes at all take off those that are there, as Medusa has it. */
export async function POST(req: AuthenticatedMedusaRequest<StoreChangePromotions>, res: MedusaResponse) {
  await answer(req, res, req.validatedBody.promo_codes.length > 0 ? "add" : "clear")
}

export async function DELETE(req: AuthenticatedMedusaRequest<StoreChangePromotions>, res: MedusaResponse) {
  await answer(req, res, "remove")
}

async function answer(req: AuthenticatedMedusaRequest<StoreChangePromotions>, res: MedusaResponse, change: CartPromotionsChange["change"]) {
  const cart_id = req.params.id ?? ""
  await changeCartPromotionsWorkflow(req.scope).run({ input: { cart_id, change, codes: req.validatedBody.promo_codes } })
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    { entity: "cart", fields: req.queryConfig.fields, filters: { id: cart_id } },
    { throwIfKeyNotFound: true }
  )
  res.json({ cart: data[0] })
}
