import { defineRoutes } from "@kontor/framework"
import { AdminCatalogCategoryResponse, AdminPutCatalogCategory } from "./validators"

export const adminCatalogCategoryMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/catalog-categories/:id",
    staff: "everyone",
    summary: "What goods of a category are to dealers, beside what Medusa keeps of it",
    response: AdminCatalogCategoryResponse,
  },
  {
    method: "POST",
    path: "/admin/catalog-categories/:id",
    staff: "leads",
    summary: "Say what goods of a category are, and what stands beside its name",
    description: "Loads leave it as it is.",
    body: AdminPutCatalogCategory,
    response: AdminCatalogCategoryResponse,
  },
])
