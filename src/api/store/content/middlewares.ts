import { defineRoutes } from "@kontor/framework"
import { ContentFileQuery } from "../../send-content-file"
import { StoreContentListResponse, StoreContentResponse, StoreListContent, StoreNoContentQuery, StoreVote } from "./validators"

export const storeContentMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/content",
    summary: "News, answers, pages, banners, polls or materials for me",
    description: "What is published now for everybody, or for a client category that the legal entity of the active contract is in.",
    query: StoreListContent,
    response: StoreContentListResponse,
  },
  {
    method: "GET",
    path: "/store/content/:id",
    summary: "One item of content",
    description: "404 for what is not for me.",
    query: StoreNoContentQuery,
    response: StoreContentResponse,
  },
  {
    method: "GET",
    path: "/store/content/:id/file",
    summary: "The image of news or a banner, or the file of a material",
    description: "For saving, whole or as a thumbnail (WebP). 404 for what is not for me, and for an item without a file.",
    query: ContentFileQuery,
    responseContentType: "application/octet-stream",
  },
  {
    method: "POST",
    path: "/store/content/:id/votes",
    summary: "Answer a poll, once",
    description:
      "The same answers again change nothing. 400 with code `already_voted` for others, `poll_closed`, `poll_answers_invalid` unless each question has one of its options; 403 `refused_when_acting` for staff signed in as the client.",
    body: StoreVote,
    response: StoreContentResponse,
  },
])
