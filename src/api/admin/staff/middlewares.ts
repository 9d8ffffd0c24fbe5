import { defineRoutes } from "@kontor/framework"
import { AdminListStaff, AdminSetStaffRole, AdminStaffListResponse, AdminStaffRoleResponse } from "./validators"

export const adminStaffMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/staff",
    staff: "leads",
    summary: "Users of the supplier with their roles",
    query: AdminListStaff,
    response: AdminStaffListResponse,
  },
  {
    method: "POST",
    path: "/admin/staff/:user_id",
    staff: "administrators",
    summary: "Say what a user is to the supplier",
    description:
      "A manager or assistant sees the clients assigned to him. 400 with code `last_admin` when nobody would be left to administer.",
    body: AdminSetStaffRole,
    response: AdminStaffRoleResponse,
  },
])
