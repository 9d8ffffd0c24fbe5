import { defineRoutes } from "@kontor/framework"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { accountOf, limitAttempts } from "../../limit-attempts"
import { stockRoutesDecided } from "../stock-routes"
import { mergeNewItems } from "./merge-items"
import { priceBeforeReading, tellPricing } from "./price-cart"
import { StoreRefineCart, StoreRefinedCartResponse } from "./refinement-schema"
import { receiveOrderForm } from "./upload"
import {
  StoreCartLinesResponse,
  StoreCartResponse,
  StoreChangePromotions,
  StoreMoveCart,
  StoreMovedCartResponse,
  StoreOrderFormQuery,
  StoreOrderFormResponse,
  StorePlacedOrderResponse,
  StorePlaceOrder,
  StorePutCartLines,
} from "./validators"

/** Each attempt is a document computed in the ERP, which has other work to do. */
const limitRefinements = limitAttempts({ purpose: "cart-refinement", window_seconds: 600, per_address: 600, per_account: 60, accountOf })

/** Codes of promotions are words that can be guessed. */
const limitCodes = limitAttempts({ purpose: "promotion-code", window_seconds: 600, per_address: 600, per_account: 60, accountOf })

const ownRoutes = defineRoutes([
  {
    method: "POST",
    path: "/store/carts/:id/lines",
    summary: "Put many lines into a cart by article or variant",
    description:
      "All accepted lines are written as one set; every line of the request has its result. 403 `bypass_not_allowed` for `bypass_reason` of anybody but a manager who acts for the client.",
    right: { section: "cart", action: "edit" },
    body: StorePutCartLines,
    bodyParser: { sizeLimit: "4mb" },
    response: StoreCartLinesResponse,
  },
  {
    method: "POST",
    path: "/store/carts/:id/order-form",
    summary: "Put the rows of an order form (XLSX, XLS, ODS, CSV) into a cart",
    description: "Columns are recognised by their headers unless named in the query. Every row of the file has its result.",
    right: { section: "cart", action: "edit" },
    query: StoreOrderFormQuery,
    bodyContentTypes: ["multipart/form-data"],
    middlewares: [receiveOrderForm],
    response: StoreOrderFormResponse,
  },
  {
    method: "POST",
    path: "/store/carts/:id/contract",
    summary: "Put a cart under another contract",
    description: "All lines are priced and checked anew; those that changed are told with every reason. 404 for a contract out of sight.",
    right: { section: "cart", action: "edit" },
    body: StoreMoveCart,
    response: StoreMovedCartResponse,
  },
  {
    method: "POST",
    path: "/store/carts/:id/promotions",
    summary: "Put codes of promotions on a cart",
    description:
      "Prices of all lines are brought up to date with it. A code that takes nothing off now is not kept; 400 for one that there is not. 429 `too_many_attempts` beyond 60 in ten minutes.",
    right: { section: "cart", action: "edit" },
    middlewares: [limitCodes],
    body: StoreChangePromotions,
    response: StoreCartResponse,
  },
  {
    method: "DELETE",
    path: "/store/carts/:id/promotions",
    summary: "Take codes of promotions off a cart",
    description: "Automatic promotions stay, and codes that it does not have are no error.",
    right: { section: "cart", action: "edit" },
    body: StoreChangePromotions,
    response: StoreCartResponse,
  },
  {
    method: "POST",
    path: "/store/carts/:id/refine",
    summary: "Have the ERP price a cart as it stands",
    description:
      "Answers within the time limit of the installation. Without an answer of the ERP our own prices stay and `not_refined` says why. 429 `too_many_attempts` beyond 60 in ten minutes.",
    right: { section: "cart", action: "edit" },
    middlewares: [limitRefinements],
    body: StoreRefineCart,
    response: StoreRefinedCartResponse,
  },
  {
    method: "GET",
    path: "/store/carts/:id/refine",
    summary: "Whether the prices of a cart are the ERP's own word",
    description: "Tells what was kept; the ERP is not asked.",
    right: { section: "cart", action: "view" },
    response: StoreRefinedCartResponse,
  },
  {
    method: "POST",
    path: "/store/carts/:id/complete",
    summary: "Place the order of a cart",
    description:
      "Repeating the request gives the same order. A refusal answers 400 with code order_refused and all its reasons; outside the client's trading hours one of them is " +
      "`outside_trading_hours`, which tells when they open. 403 `bypass_not_allowed` for `bypass_reason` of anybody but a manager who acts for the client.",
    right: { section: "order", action: "create" },
    body: StorePlaceOrder,
    response: StorePlacedOrderResponse,
  },
])

const METHODS = ["GET", "POST", "DELETE"] as const

/** Stock routes that answer a cart; the first makes one. Each with its method: a middleware makes a route of every method that it names. */
const answering = [
  { method: "POST", path: "/store/carts" },
  ...stockRoutesDecided("cart").filter(({ path }) => path.startsWith("/store/carts")),
]

export const cartMiddlewares: MiddlewareRoute[] = [
  ...ownRoutes,
  ...answering.map(({ method, path }): MiddlewareRoute => {
    return { methods: METHODS.filter((each) => each === method), matcher: path, middlewares: [tellPricing] }
  }),
  { methods: ["POST"], matcher: "/store/carts", middlewares: [mergeNewItems] },
  { methods: ["GET"], matcher: "/store/carts/:id", middlewares: [priceBeforeReading] },
]
