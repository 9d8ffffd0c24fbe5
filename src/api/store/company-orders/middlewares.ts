import { defineRoutes } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"
import { StoreCompanyOrderResponse, StoreCompanyOrdersQuery, StoreCompanyOrdersResponse } from "./validators"

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
    summary: "One order with its lines and its state in the ERP",
    right: { section: "order", action: "view" },
    query: z.object({}).strict(),
    response: StoreCompanyOrderResponse,
  },
])
