import { defineRoutes } from "@kontor/framework"
import { AdminNoRelationQuery, AdminRelationsResponse, AdminSetRelations } from "./validators"

export const adminProductRelationMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/product-relations/:product_id",
    staff: "everyone",
    summary: "What belongs to a product: related goods, analogues and accessories, from the ERP and by hand",
    query: AdminNoRelationQuery,
    response: AdminRelationsResponse,
  },
  {
    method: "POST",
    path: "/admin/product-relations/:product_id",
    staff: "leads",
    summary: "Say by hand what belongs to a product, all of one kind",
    description:
      "What the ERP says stays beside it. 400 with code `changed_meanwhile`, `product_unknown`, `product_repeated` or `product_related_to_itself`; 404 for an unknown product.",
    body: AdminSetRelations,
    response: AdminRelationsResponse,
  },
])
