import { defineRoutes } from "@kontor/framework"
import { AdminAuditEntryListResponse, AdminListAuditEntries } from "./validators"

export const adminAuditEntryMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/audit-entries",
    staff: "everyone",
    summary: "Who changed what, newest first",
    description: "Managers read what concerns their clients and what they did themselves, with addresses and phones masked.",
    query: AdminListAuditEntries,
    response: AdminAuditEntryListResponse,
  },
])
