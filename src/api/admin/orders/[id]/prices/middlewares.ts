import { defineRoutes } from "@kontor/framework"
import { AdminOrderPricesQuery, AdminOrderPricesResponse } from "./validators"

export const adminOrderPriceMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/orders/:id/prices",
    staff: "everyone",
    summary: "Why each line of an order costs what it costs, as it was decided when it was placed",
    query: AdminOrderPricesQuery,
    response: AdminOrderPricesResponse,
  },
])
