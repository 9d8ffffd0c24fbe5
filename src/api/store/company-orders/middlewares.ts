import { defineRoutes } from "@kontor/framework"
import { StoreCompanyOrderQuery, StoreCompanyOrderResponse, StoreCompanyOrdersQuery, StoreCompanyOrdersResponse } from "./validators"

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
])
