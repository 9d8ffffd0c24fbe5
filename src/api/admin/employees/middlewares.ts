import { defineRoutes } from "@kontor/framework"
import { AdminEmployeeResponse } from "../legal-entities/validators"
import { AdminSetEmployeeState } from "./validators"

export const adminEmployeeMiddlewares = defineRoutes([
  {
    method: "POST",
    path: "/admin/employees/:id/state",
    summary: "Block or unblock a person of a dealer",
    description: "Either way every token and session issued so far is void at once.",
    body: AdminSetEmployeeState,
    response: AdminEmployeeResponse,
  },
])
