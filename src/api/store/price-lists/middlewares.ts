import { defineRoutes } from "@kontor/framework"
import { StoreCreatePriceList, StoreListPriceLists, StoreNoQuery, StorePriceListListResponse, StorePriceListResponse } from "./validators"

export const storePriceListMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/price-lists",
    summary: "The price lists I asked for, the newest first",
    description: "A finished one is kept for a day, of one person the newest twenty.",
    query: StoreListPriceLists,
    response: StorePriceListListResponse,
  },
  {
    method: "POST",
    path: "/store/price-lists",
    summary: "Ask for a price list: chosen categories, own prices, stock",
    description:
      "It is made in the background at the prices of the active contract: ask for it until its state is `done`. The same one, asked for again while it waits, is not made twice. 400 with code `price_lists_waiting` while three others are not finished; 404 for an unknown category. A state `failed` says why, e.g. `price_list_too_long`.",
    body: StoreCreatePriceList,
    response: StorePriceListResponse,
  },
  {
    method: "GET",
    path: "/store/price-lists/:id",
    summary: "One of my price lists, with its progress",
    query: StoreNoQuery,
    response: StorePriceListResponse,
  },
  {
    method: "GET",
    path: "/store/price-lists/:id/file",
    summary: "The file of a price list that is done",
    description:
      "400 with code `price_list_not_ready` before it is done; 404 when its legal entity is out of sight; 410 with code `price_list_outdated` when its contract cannot be used any more, or goods that stand in it are hidden from it since: ask for a new one.",
    query: StoreNoQuery,
    responseContentType: "application/octet-stream",
  },
])
