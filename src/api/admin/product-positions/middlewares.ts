import { defineRoutes } from "@kontor/framework"
import { AdminNoPositionQuery, AdminPositionResponse, AdminSetPosition } from "./validators"

export const adminProductPositionMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/product-positions/:product_id",
    staff: "everyone",
    summary: "Sort numbers of a product: the staff's and the ERP's",
    query: AdminNoPositionQuery,
    response: AdminPositionResponse,
  },
  {
    method: "POST",
    path: "/admin/product-positions/:product_id",
    staff: "leads",
    summary: "Give a product a sort number by hand, or leave it to the ERP again",
    description: "400 with code `changed_meanwhile` where another number stands than was read; 404 for an unknown product.",
    body: AdminSetPosition,
    response: AdminPositionResponse,
  },
])
