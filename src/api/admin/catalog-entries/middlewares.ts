import { defineRoutes } from "@kontor/framework"
import { AdminCatalogEntriesQuery, AdminCatalogEntriesResponse } from "./validators"

export const adminCatalogEntryMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/catalog-entries",
    staff: "everyone",
    summary: "Products as dealers find them: an article as typed first, then by name",
    query: AdminCatalogEntriesQuery,
    response: AdminCatalogEntriesResponse,
  },
])
