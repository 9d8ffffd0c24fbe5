import { defineRoutes } from "@kontor/framework"
import { accountOf, limitAttempts } from "../../limit-attempts"
import {
  StoreContentRequestListResponse,
  StoreContentRequestResponse,
  StoreCreateContentRequest,
  StoreListContentRequests,
} from "./validators"

/** Each is a mail to people. */
const limitRequests = limitAttempts({ purpose: "content-request", window_seconds: 3600, per_account: 30, accountOf })

export const storeContentRequestMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/content-requests",
    summary: "What I asked for beyond the media library, the newest first",
    query: StoreListContentRequests,
    response: StoreContentRequestListResponse,
  },
  {
    method: "POST",
    path: "/store/content-requests",
    summary: "Ask for content that the media library does not have",
    description: "For the legal entity of the active contract; its managers are told by mail. 30 an hour.",
    body: StoreCreateContentRequest,
    middlewares: [limitRequests],
    response: StoreContentRequestResponse,
  },
])
