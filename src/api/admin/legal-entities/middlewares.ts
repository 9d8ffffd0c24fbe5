import { defineRoutes } from "@kontor/framework"
import {
  AdminCreateEmployee,
  AdminEmployeeResponse,
  AdminLegalEntityListResponse,
  AdminLegalEntityQuery,
  AdminLegalEntityResponse,
  AdminListLegalEntities,
} from "./validators"

export const adminLegalEntityMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/legal-entities",
    summary: "List legal entities by name",
    query: AdminListLegalEntities,
    response: AdminLegalEntityListResponse,
  },
  {
    method: "GET",
    path: "/admin/legal-entities/:id",
    summary: "One legal entity with its holding, contracts and people",
    query: AdminLegalEntityQuery,
    response: AdminLegalEntityResponse,
  },
  {
    method: "POST",
    path: "/admin/legal-entities/:id/employees",
    summary: "Create a person who signs in for this entity",
    description: "400 with code `employee_email_taken` when the address is in use.",
    body: AdminCreateEmployee,
    response: AdminEmployeeResponse,
  },
])
