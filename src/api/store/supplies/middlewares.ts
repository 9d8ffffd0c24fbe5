import { defineRoutes } from "@kontor/framework"
import { MIME_TYPES } from "../../../modules/document/rules/mime-types"
import { StoreArrivalsFile, StoreArrivalsResponse, StoreListArrivals } from "./validators"

const WHAT = "What I see, to the warehouses that my contract draws from, and nothing that was promised. 404 for an unknown category."

export const storeSupplyMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/supplies/arrivals",
    summary: "What arrives when: planned arrivals, the next day first",
    description: WHAT,
    query: StoreListArrivals,
    response: StoreArrivalsResponse,
  },
  {
    method: "GET",
    path: "/store/supplies/arrivals/file",
    summary: "The same as XLSX",
    description: `${WHAT} At most 10,000 rows.`,
    query: StoreArrivalsFile,
    responseContentType: MIME_TYPES.xlsx,
  },
])
