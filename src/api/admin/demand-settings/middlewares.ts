import { defineRoutes } from "@kontor/framework"
import { AdminDemandSettingResponse, AdminNoDemandSettingQuery, AdminSetDemand } from "./validators"

export const adminDemandSettingMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/demand-settings",
    staff: "everyone",
    summary: "Where goods may be ordered beyond stock, and how much of a supply line one client may be promised",
    query: AdminNoDemandSettingQuery,
    response: AdminDemandSettingResponse,
  },
  {
    method: "POST",
    path: "/admin/demand-settings",
    staff: "leads",
    summary: "Say so; what was promised stands",
    body: AdminSetDemand,
    response: AdminDemandSettingResponse,
  },
])
