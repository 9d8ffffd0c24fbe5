import { defineRoutes } from "@kontor/framework"
import { AdminDecideReviews, AdminListReviews, AdminReviewListResponse, AdminReviewsDecidedResponse } from "./validators"

export const adminProductReviewMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/product-reviews",
    staff: "leads",
    summary: "Reviews of products: what waits for a decision first",
    query: AdminListReviews,
    response: AdminReviewListResponse,
  },
  {
    method: "POST",
    path: "/admin/product-reviews/decisions",
    staff: "leads",
    summary: "Publish or decline reviews as they were read",
    description: "One that was written anew meanwhile is passed over and told. The author is told by mail.",
    body: AdminDecideReviews,
    response: AdminReviewsDecidedResponse,
  },
])
