import { defineRoutes } from "@kontor/framework"
import {
  AdminCreateRole,
  AdminListRoles,
  AdminRoleDeletedResponse,
  AdminRoleListResponse,
  AdminRoleResponse,
  AdminUpdateRole,
} from "./validators"

export const adminRoleMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/roles",
    summary: "Custom roles of dealers' people, by name",
    query: AdminListRoles,
    response: AdminRoleListResponse,
    staff: "leads",
  },
  {
    method: "POST",
    path: "/admin/roles",
    summary: "Make a custom role",
    description: "400 with code `role_code_taken`.",
    body: AdminCreateRole,
    response: AdminRoleResponse,
    staff: "leads",
  },
  {
    method: "POST",
    path: "/admin/roles/:id",
    summary: "Change name or rights of a custom role",
    description: "The new rights hold from the next request of whoever has it.",
    body: AdminUpdateRole,
    response: AdminRoleResponse,
    staff: "leads",
  },
  {
    method: "DELETE",
    path: "/admin/roles/:id",
    summary: "Remove a custom role",
    description: "400 with code `role_in_use` while people have it.",
    response: AdminRoleDeletedResponse,
    staff: "leads",
  },
])
