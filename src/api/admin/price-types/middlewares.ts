import { defineRoutes } from "@kontor/framework"
import { AdminPriceTypesQuery, AdminPriceTypesResponse } from "./validators"

export const adminPriceTypeMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/price-types",
    staff: "everyone",
    summary: "All price types, retail first",
    query: AdminPriceTypesQuery,
    response: AdminPriceTypesResponse,
  },
])
