import { defineRoutes } from "@kontor/framework"
import { StoreNoSignatureQuery, StoreReviewSignatureResponse, StoreSetReviewSignature } from "./validators"

export const storeReviewSignatureMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/company/review-signature",
    summary: "How my entity's authors of reviews are named to other dealers",
    query: StoreNoSignatureQuery,
    response: StoreReviewSignatureResponse,
  },
  {
    method: "POST",
    path: "/store/company/review-signature",
    summary: "Say how they are named: by their first name, with the city besides, or not at all",
    right: { section: "entity", action: "edit" },
    body: StoreSetReviewSignature,
    response: StoreReviewSignatureResponse,
  },
])
