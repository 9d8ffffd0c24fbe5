import { defineRoutes } from "@kontor/framework"
import {
  StoreAnswerPromises,
  StoreCompanyOrderQuery,
  StoreCompanyOrderResponse,
  StoreCompanyOrdersQuery,
  StoreCompanyOrdersResponse,
  StoreRepeatedOrderResponse,
  StoreRepeatOrder,
  StoreNoPromiseQuery,
  StoreOrderPromisesResponse,
  StoreOrderReservationResponse,
  StoreRenewReservation,
} from "./validators"

export const companyOrderMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/company-orders",
    summary: "Orders within the reach of the right order.view, newest first",
    description: "`own`: those he placed himself; `entity`: of the entities he works for; `holding`: of all entities in his sight.",
    right: { section: "order", action: "view" },
    query: StoreCompanyOrdersQuery,
    response: StoreCompanyOrdersResponse,
  },
  {
    method: "GET",
    path: "/store/company-orders/:id",
    summary: "One order with its lines and its state in the ERP, on demand with why each line costs what it costs",
    right: { section: "order", action: "view" },
    query: StoreCompanyOrderQuery,
    response: StoreCompanyOrderResponse,
  },
  {
    method: "POST",
    path: "/store/company-orders/:id/repeat",
    summary: "Put what was ordered once into a cart, at the terms of now",
    description:
      "Every line of the order has its result, by the name that it had then; `no_longer_available` is what cannot be had any more. The right order.view is needed too. 404 for a cart or an order out of reach; 400 `nothing_to_repeat`.",
    right: { section: "cart", action: "edit" },
    body: StoreRepeatOrder,
    response: StoreRepeatedOrderResponse,
  },
  {
    method: "GET",
    path: "/store/company-orders/:id/promises",
    summary: "What of an order was not in stock: when it comes, and what became of its promises",
    right: { section: "order", action: "view" },
    query: StoreNoPromiseQuery,
    response: StoreOrderPromisesResponse,
  },
  {
    method: "POST",
    path: "/store/company-orders/:id/promises",
    summary: "Accept the days of what waits, split it into lines of its own, or cancel it",
    description:
      "400 with code `order_closed` for an order that was shipped or cancelled, `nothing_waits` where no line is meant or one of those named waits for nothing, `nothing_to_split` for a line of which nothing is in stock.",
    right: { section: "order", action: "edit" },
    body: StoreAnswerPromises,
    // Ids of 10,000 lines are longer than the 100 KB that bodies have else.
    bodyParser: { sizeLimit: "1mb" },
    response: StoreOrderPromisesResponse,
  },
  {
    method: "POST",
    path: "/store/company-orders/:id/reservation",
    summary: "Reserve again what has expired, as far as all of it is in stock",
    description:
      "400 with code `reservation_not_expired`, `reservation_renewals_used` when it was done as often as it may be, `order_closed` for an order that was shipped or cancelled, `nothing_to_reserve`, `reservation_missing` for one that was not placed here, `insufficient_stock` or, for several lines, `reservation_refused`.",
    right: { section: "order", action: "edit" },
    body: StoreRenewReservation,
    response: StoreOrderReservationResponse,
  },
])
