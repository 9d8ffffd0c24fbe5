import { defineRoutes } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"
import { StoreCompanyOrderResponse, StoreCompanyOrdersQuery, StoreCompanyOrdersResponse } from "./validators"

export const companyOrderMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/company-orders",
    summary: "Orders of all legal entities the employee sees, newest first",
    description: "An employee with the role `ordinary` sees his own orders only.",
    query: StoreCompanyOrdersQuery,
    response: StoreCompanyOrdersResponse,
  },
  {
    method: "GET",
    path: "/store/company-orders/:id",
    summary: "One order with its lines and its state in the ERP",
    query: z.object({}).strict(),
    response: StoreCompanyOrderResponse,
  },
])
