import { defineRoutes } from "@kontor/framework"
import {
  StoreCatalogCategoriesResponse,
  StoreCatalogEntryResponse,
  StoreCatalogFacetsQuery,
  StoreCatalogFacetsResponse,
  StoreCatalogQuery,
  StoreCatalogResponse,
  StoreCatalogSuggestionsQuery,
  StoreCatalogSuggestionsResponse,
  StoreNoQuery,
} from "./validators"
import { StoreListReviews, StoreOwnReviewResponse, StoreReviewsResponse, StoreSaveReview } from "./[variant_id]/reviews/validators"

export const storeCatalogMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/catalog",
    summary: "A page of the catalogue with own prices and stock",
    description:
      "Prices are those of the active contract. Entries without one are shown, but cannot be ordered. 404 for an unknown category; 400 `property_unknown`, or `cursor_invalid` for a cursor of another query.",
    query: StoreCatalogQuery,
    response: StoreCatalogResponse,
  },
  {
    method: "GET",
    path: "/store/catalog/facets",
    summary: "By what a choice of the catalogue may be narrowed, with counts",
    description:
      "Takes what a page takes. 30 properties at most; values of a property are counted as if nothing were chosen of it. 404 for an unknown category; 400 `property_unknown`.",
    query: StoreCatalogFacetsQuery,
    response: StoreCatalogFacetsResponse,
  },
  {
    method: "GET",
    path: "/store/catalog/suggestions",
    summary: "Products and categories for what is being typed",
    query: StoreCatalogSuggestionsQuery,
    response: StoreCatalogSuggestionsResponse,
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
  {
    method: "GET",
    path: "/store/catalog/:variant_id/reviews",
    summary: "What dealers say of the product, and what I have said",
    query: StoreListReviews,
    response: StoreReviewsResponse,
  },
  {
    method: "POST",
    path: "/store/catalog/:variant_id/reviews",
    summary: "Say what I think of the product, once, or anew",
    description:
      "It is shown when the staff has published it; written anew it waits again. 400 with code `reviews_waiting` where 20 of mine wait already; 403 `refused_when_acting` for staff.",
    body: StoreSaveReview,
    response: StoreOwnReviewResponse,
  },
])
