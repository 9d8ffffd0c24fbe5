import { defineRoutes } from "@kontor/framework"
import { StoreListNotices, StoreNoticeResponse, StoreNoticesResponse, StorePutNotice, StoreRemovedNotice } from "./validators"

export const storeNoticeMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/notices",
    summary: "Products that I wait for under the active contract, and what I was told of, the latest first",
    description: "What is not seen or not sold any more is left out.",
    query: StoreListNotices,
    response: StoreNoticesResponse,
  },
  {
    method: "POST",
    path: "/store/notices",
    summary: "Have me told by mail when a product is in stock again, or costs less than now",
    description:
      "Once; the same asked again changes nothing. 404 for a product out of sight; 400 `no_price`, `in_stock_already`, `too_many_notices` (200 under a contract).",
    body: StorePutNotice,
    response: StoreNoticeResponse,
  },
  {
    method: "DELETE",
    path: "/store/notices/:id",
    summary: "Do not tell me",
    response: StoreRemovedNotice,
  },
])
