import { dealerOf } from "@kontor/framework"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { contractOfCart } from "../../../database/ordering/contract-of-cart"
import { cartAvailability } from "../../../workflows/cart/line-availability"
import { cartPlacing } from "../../../workflows/cart/cart-placing"
import { cartPricing } from "../../../workflows/cart/cart-pricing"
import { cartQuantities } from "../../../workflows/cart/cart-quantities"
import { promotionsOf } from "../../../workflows/cart/promotions"
import { refreshCartPricesWorkflow } from "../../../workflows/cart/refresh-cart-prices"
import { isOutdated } from "../../../workflows/cart/settle-prices"

/** Before a dealer reads his cart, its lines get the prices of now. Another who may look at it sees it as it stands. */
export async function priceBeforeReading(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const cart = await contractOfCart(db, req.params.id ?? "")
  if (cart && cart.customer_id === dealerOf(req).customer_id && (await isOutdated(db, promotionsOf(req.scope), cart))) {
    await refreshCartPricesWorkflow(req.scope).run({ input: { cart_id: cart.id } })
  }
  next()
}

/**
 * Puts `pricing`, `quantities`, which may be ordered of each line, `availability`, when what is not in stock could be had, and `placing`, whether the client's hours
 * let an order through now, into the answer of a stock route that carries a cart.
 */
export function tellPricing(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const answer = res.json.bind(res)
  res.json = (body: unknown) => {
    const place = placeOfCart(body)
    if (!place) {
      return answer(body)
    }
    const id = req.params.id ?? place.cart.id ?? ""
    void Promise.all([cartPricing(db, id), cartQuantities(db, id), cartAvailability(db, id), cartPlacing(db, id, new Date())]).then(
      ([pricing, quantities, availability, placing]) =>
        answer({ ...place.body, [place.key]: { ...place.cart, pricing, quantities, availability, placing } }),
      (error: unknown) => next(error)
    )
    return res
  }
  next()
}

/** Where Medusa's routes answer a cart: as itself, or as what a line was taken from. */
const KEYS = ["cart", "parent"] as const

function placeOfCart(body: unknown): { body: object; key: (typeof KEYS)[number]; cart: { id?: string } } | null {
  if (typeof body !== "object" || body === null) {
    return null
  }
  for (const key of KEYS) {
    const cart: unknown = Reflect.get(body, key)
    if (typeof cart === "object" && cart !== null) {
      return { body, key, cart }
    }
  }
  return null
}
