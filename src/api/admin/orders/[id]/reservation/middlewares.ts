import { defineRoutes } from "@kontor/framework"
import { AdminChangeOrderReservation, AdminNoOrderReservationQuery, AdminOrderReservationResponse } from "./validators"

export const adminOrderReservationMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/orders/:id/reservation",
    staff: "everyone",
    summary: "What of an order is held in stock, how long, and what became of that",
    query: AdminNoOrderReservationQuery,
    response: AdminOrderReservationResponse,
  },
  {
    method: "POST",
    path: "/admin/orders/:id/reservation",
    staff: "everyone",
    summary: "Prolong a reservation, release it, or hold what the order does not hold",
    description:
      "400 with code `reservation_not_held` for what holds nothing, `reservation_leaving` where a part was shipped and the stock of its warehouse was not told since, `reservation_until_invalid` for a moment that is over or too far, `order_closed` for an order that was shipped or cancelled, `reservation_with_erp`, `nothing_to_reserve`, `reservation_missing` for one that was not placed here, `insufficient_stock` or, for several lines, `reservation_refused`.",
    body: AdminChangeOrderReservation,
    response: AdminOrderReservationResponse,
  },
])
