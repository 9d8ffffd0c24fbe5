import { defineRoutes } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"
import { localeParameter } from "../../locale-of"

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

export const StoreOrderFormTemplateQuery = z.object({ locale: localeParameter }).strict()

export const orderFormTemplateMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/order-form-template",
    summary: "An empty order form (XLSX)",
    query: StoreOrderFormTemplateQuery,
    responseContentType: XLSX,
  },
])
