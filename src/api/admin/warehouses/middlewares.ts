import { defineRoutes } from "@kontor/framework"
import { AdminWarehousesQuery, AdminWarehousesResponse } from "./validators"

export const adminWarehouseMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/warehouses",
    staff: "everyone",
    summary: "All warehouses, and how fresh their stock is",
    query: AdminWarehousesQuery,
    response: AdminWarehousesResponse,
  },
])
