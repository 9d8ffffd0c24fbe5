import { defineRoutes } from "@kontor/framework"
import {
  AdminContentRequestListResponse,
  AdminContentRequestResponse,
  AdminListContentRequests,
  AdminMoveContentRequest,
} from "./validators"

export const adminContentRequestMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/content-requests",
    staff: "everyone",
    summary: "Requests of clients for extra content: those that wait first",
    query: AdminListContentRequests,
    response: AdminContentRequestListResponse,
  },
  {
    method: "POST",
    path: "/admin/content-requests/:id",
    staff: "everyone",
    summary: "Take up a request, do it or decline it",
    description:
      "Who asked is told by mail. 400 with code `request_move_refused` for a step back, `request_answer_missing` for a refusal without a reason, `changed_meanwhile` for another version.",
    body: AdminMoveContentRequest,
    response: AdminContentRequestResponse,
  },
])
