import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import { refuseWhenActing } from "../acting"
import { resolveDealer } from "../dealer-scope"
import { goodsMiddlewares, hideRelatedGoods } from "./goods-guards"
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

/**
 * The closed portal. A middleware without methods is mounted with `app.use`: it covers all methods and all paths below its own, stock
 * routes and routes of plugins included, and Medusa runs such middlewares before those of single routes, the shortest path first.
 * Only Medusa's check of the publishable key runs earlier.
 */
export const storeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store",
    middlewares: [authenticate("customer", ["session", "bearer"]), resolveDealer, refuseWhenActing, guardCartReference, hideRelatedGoods],
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
