import {
  authenticate,
  type AuthenticatedMedusaRequest,
  type MedusaNextFunction,
  type MedusaResponse,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { refuseWhenActing } from "../acting"
import { resolveDealer } from "../dealer-scope"
import { goodsMiddlewares, closeRelations } from "./goods-guards"
import { hideGoodsOfLines } from "./hide-goods-of-lines"
import {
  demandRightOn,
  guardCartInPath,
  guardCartReference,
  guardOrderInPath,
  guardPaymentCollectionInPath,
  hideLostOrders,
  hideOrdersOfCustomer,
  priceByContract,
  refuse,
} from "./guards"
import { stockRoutesDecided } from "./stock-routes"

const demandCustomer = authenticate("customer", ["session", "bearer"])

/**
 * Demands a signed-in customer. Medusa has read session and token of every store request just before, in the same way, but lets those pass that have
 * neither: whom it took for a customer is not asked again, unless he still owes a second factor, which it does not ask for here.
 */
function requireCustomer(req: AuthenticatedMedusaRequest, res: MedusaResponse, next: MedusaNextFunction): unknown {
  const found: (Partial<AuthenticatedMedusaRequest["auth_context"]> & { mfa_enabled?: boolean }) | undefined = req.auth_context
  const isKnown = found?.actor_type === "customer" && Boolean(found.actor_id) && !found.mfa_enabled
  return isKnown ? next() : demandCustomer(req, res, next)
}

/**
 * The closed portal. A middleware without methods is mounted with `app.use`: it covers all methods and all paths below its own, stock
 * routes and routes of plugins included, and Medusa runs such middlewares before those of single routes, the shortest path first.
 * Only Medusa's check of the publishable key runs earlier.
 */
export const storeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store",
    middlewares: [requireCustomer, resolveDealer, refuseWhenActing, guardCartReference, closeRelations],
  },
  { matcher: "/store/carts", middlewares: [hideGoodsOfLines, demandRightOn("POST", "cart", "create")] },
  { matcher: "/store/carts/:id", middlewares: [guardCartInPath] },
  { matcher: "/store/customers/me", middlewares: [hideOrdersOfCustomer] },
  { matcher: "/store/orders", middlewares: [hideGoodsOfLines, demandRightOn("GET", "order", "view")] },
  { matcher: "/store/orders/:id", middlewares: [guardOrderInPath] },
  { matcher: "/store/payment-collections/:id", middlewares: [guardPaymentCollectionInPath] },
  ...stockRoutesDecided("refused").map(({ method, path }) => ({ matcher: path, middlewares: [refuse(method, path)] })),
  { matcher: "/store/orders", methods: ["GET"], middlewares: [hideLostOrders] },
  ...goodsMiddlewares,
  ...stockRoutesDecided("priced").map(({ path }): MiddlewareRoute => ({ matcher: path, methods: ["GET"], middlewares: [priceByContract] })),
]
