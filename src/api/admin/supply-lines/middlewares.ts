import { defineRoutes } from "@kontor/framework"
import { AdminArrivalListResponse, AdminListArrivals } from "./validators"

export const adminSupplyLineMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/supply-lines",
    staff: "everyone",
    summary: "Planned arrivals: what open supplies bring, by day and product, with what is promised and free",
    query: AdminListArrivals,
    response: AdminArrivalListResponse,
  },
])
