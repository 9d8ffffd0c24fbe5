import { defineRoutes } from "@kontor/framework"
import { AdminOrderExchangeQuery, AdminOrderExchangeResponse } from "./validators"

export const adminOrderExchangeMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/orders/:id/exchange",
    staff: "everyone",
    summary: "For whom an order was placed and how far the ERP has got with it",
    query: AdminOrderExchangeQuery,
    response: AdminOrderExchangeResponse,
  },
])
