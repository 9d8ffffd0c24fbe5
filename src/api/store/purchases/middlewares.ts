import { defineRoutes } from "@kontor/framework"
import { MIME_TYPES } from "../../../modules/document/rules/mime-types"
import { PurchaseGapsResponse } from "../../purchase-gap-schema"
import { StoreNoQuery } from "../catalog/validators"
import { StoreGapsFile, StoreListPurchases, StorePurchasesResponse } from "./validators"

const right = { section: "order", action: "view" } as const

export const storePurchaseMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/purchases",
    right,
    summary: "What the entity of the active contract has ordered, as the catalogue shows it now",
    description:
      "Orders that I may see, cancelled ones left out, and products that are still sold. GET /store/catalog?bought=before searches them. 404 for an unknown category.",
    query: StoreListPurchases,
    response: StorePurchasesResponse,
  },
  {
    method: "GET",
    path: "/store/purchases/gaps",
    right,
    summary: "How much of each category was bought and how much never",
    description: "GET /store/catalog?bought=never lists the products.",
    query: StoreNoQuery,
    response: PurchaseGapsResponse,
  },
  {
    method: "GET",
    path: "/store/purchases/gaps/file",
    right,
    summary: "Products that were never bought, as XLSX",
    description: "At most 20,000 rows. 404 for an unknown category; 400 `gaps_busy`.",
    query: StoreGapsFile,
    responseContentType: MIME_TYPES.xlsx,
  },
])
