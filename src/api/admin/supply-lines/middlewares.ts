import { defineRoutes } from "@kontor/framework"
import { MIME_TYPES } from "../../../modules/document/rules/mime-types"
import { AdminArrivalListResponse, AdminArrivalsFile, AdminListArrivals } from "./validators"

export const adminSupplyLineMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/supply-lines",
    staff: "everyone",
    summary: "Planned arrivals: what open supplies bring, by day and product, with what is promised and free",
    query: AdminListArrivals,
    response: AdminArrivalListResponse,
  },
  {
    method: "GET",
    path: "/admin/supply-lines/file",
    staff: "everyone",
    summary: "The same as XLSX",
    description: "At most 10,000 rows. 400 `arrivals_busy`.",
    query: AdminArrivalsFile,
    responseContentType: MIME_TYPES.xlsx,
  },
])
