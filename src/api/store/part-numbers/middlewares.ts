import { defineRoutes } from "@kontor/framework"
import { StoreListPartNumbers, StorePartNumbersResponse, StorePutPartNumbers, StorePutPartNumbersResponse } from "./validators"

export const storePartNumberMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/part-numbers",
    summary: "What my entity itself calls products, by its own numbers",
    query: StoreListPartNumbers,
    response: StorePartNumbersResponse,
  },
  {
    method: "POST",
    path: "/store/part-numbers",
    right: { section: "cart", action: "edit" },
    summary: "Note what own numbers mean, or forget them",
    description:
      "They are understood in the search, in order files and wherever an article is asked for. 404 for a product out of sight; 400 `part_number_void`.",
    body: StorePutPartNumbers,
    response: StorePutPartNumbersResponse,
  },
])
