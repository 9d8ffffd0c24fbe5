import { defineRoutes } from "@kontor/framework"
import {
  StoreCatalogCategoriesResponse,
  StoreCatalogEntryResponse,
  StoreCatalogQuery,
  StoreCatalogResponse,
  StoreNoQuery,
} from "./validators"

export const storeCatalogMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/catalog",
    summary: "A page of the catalogue with own prices and stock",
    description:
      "Prices are those of the active contract. Entries without one are shown, but cannot be ordered. 404 for an unknown category.",
    query: StoreCatalogQuery,
    response: StoreCatalogResponse,
  },
  {
    method: "GET",
    path: "/store/catalog/categories",
    summary: "The category tree with the number of entries in each",
    query: StoreNoQuery,
    response: StoreCatalogCategoriesResponse,
  },
  {
    method: "GET",
    path: "/store/catalog/:variant_id",
    summary: "The card of one catalogue entry",
    query: StoreNoQuery,
    response: StoreCatalogEntryResponse,
  },
])
