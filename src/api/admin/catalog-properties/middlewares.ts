import { defineRoutes } from "@kontor/framework"
import {
  AdminCatalogPropertiesQuery,
  AdminCatalogPropertiesResponse,
  AdminCatalogPropertyResponse,
  AdminCatalogRebuildResponse,
  AdminSaveCatalogProperty,
} from "./validators"

export const adminCatalogPropertyMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/catalog-properties",
    staff: "everyone",
    summary: "Properties of products, and how dealers narrow and search the catalogue by them",
    query: AdminCatalogPropertiesQuery,
    response: AdminCatalogPropertiesResponse,
  },
  {
    method: "POST",
    path: "/admin/catalog-properties/:id",
    summary: "Set whether a property is a facet, is searched for and shown on the card; its order, names and unit",
    description: "400 `labels_not_searchable`.",
    body: AdminSaveCatalogProperty,
    response: AdminCatalogPropertyResponse,
  },
  {
    method: "POST",
    path: "/admin/catalog-rebuild",
    summary: "Make the dealer catalogue anew from the products",
    description: "Dealers go on with what was there until it is done. 400 `rebuild_running`.",
    response: AdminCatalogRebuildResponse,
  },
])
