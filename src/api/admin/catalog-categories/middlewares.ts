import { defineRoutes } from "@kontor/framework"
import {
  AdminCatalogCategoryListResponse,
  AdminCatalogCategoryResponse,
  AdminListCatalogCategories,
  AdminMoveCatalogCategory,
  AdminMovedCatalogCategoryResponse,
  AdminPutCatalogCategory,
} from "./validators"

export const adminCatalogCategoryMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/catalog-categories",
    staff: "everyone",
    summary: "A level of the tree of categories, or categories by name",
    query: AdminListCatalogCategories,
    response: AdminCatalogCategoryListResponse,
  },
  {
    method: "POST",
    path: "/admin/catalog-categories/:id/move",
    staff: "leads",
    summary: "Move a category with all below it, or among its siblings",
    description:
      "One that follows a group of the ERP becomes the portal's own; goods of the group go into it as before. 400 with code `category_unknown`, `category_cycle` or `category_is_inbox` (nothing goes below the inbox), or `exchange_running` while a load of that base runs.",
    body: AdminMoveCatalogCategory,
    response: AdminMovedCatalogCategoryResponse,
  },
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
