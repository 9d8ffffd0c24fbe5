import { defineRoutes } from "@kontor/framework"
import {
  AdminContractPriceListResponse,
  AdminContractPricePreviewResponse,
  AdminContractPriceResultsResponse,
  AdminListContractPrices,
  AdminPreviewContractPrices,
  AdminRemoveContractPrices,
  AdminSetContractPrices,
} from "./validators"

/** Five thousand rows. */
const bodyParser = { sizeLimit: "2mb" }

export const adminContractPriceMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/contracts/:id/prices",
    staff: "everyone",
    summary: "Prices that a contract has of its own, by article",
    query: AdminListContractPrices,
    response: AdminContractPriceListResponse,
  },
  {
    method: "POST",
    path: "/admin/contracts/:id/prices",
    staff: "leads",
    summary: "Enter prices of a contract: rows that can be are written, each has a result",
    description:
      "The same again changes nothing. A later word of the ERP on the same product, quantity and first day replaces a price entered here.",
    bodyParser,
    body: AdminSetContractPrices,
    response: AdminContractPriceResultsResponse,
  },
  {
    method: "DELETE",
    path: "/admin/contracts/:id/prices",
    staff: "leads",
    summary: "Remove prices of a contract that were entered here",
    bodyParser,
    body: AdminRemoveContractPrices,
    response: AdminContractPriceResultsResponse,
  },
  {
    method: "POST",
    path: "/admin/contracts/:id/prices/preview",
    staff: "leads",
    summary: "What entering or removing prices would do: the result of each row, and prices before and after",
    description: "Nothing is saved. 400 with code `too_many_days` when the prices begin on more than 31 days to come.",
    bodyParser,
    body: AdminPreviewContractPrices,
    response: AdminContractPricePreviewResponse,
  },
])
