import { defineRoutes } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

export const StoreOrderFormTemplateQuery = z.object({ locale: z.enum(["ru", "en"]).default("ru") }).strict()
export type StoreOrderFormTemplateQuery = z.infer<typeof StoreOrderFormTemplateQuery>

export const orderFormTemplateMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/order-form-template",
    summary: "An empty order form (XLSX)",
    query: StoreOrderFormTemplateQuery,
    responseContentType: XLSX,
  },
])
