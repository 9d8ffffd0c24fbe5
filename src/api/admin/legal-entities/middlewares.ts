import { defineRoutes } from "@kontor/framework"
import {
  AdminAddCategory,
  AdminAssignManager,
  AdminCreateEmployee,
  AdminEmployeeResponse,
  AdminLegalEntityListResponse,
  AdminLegalEntityQuery,
  AdminLegalEntityResponse,
  AdminListLegalEntities,
  AdminUpdateRequisites,
} from "./validators"
import {
  AdminClientOrderListResponse,
  AdminLegalEntityStateResponse,
  AdminListClientOrders,
  AdminSetLegalEntityState,
} from "./workplace-validators"

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
    summary: "The card of a client: requisites, accounts, categories, managers, delivery points, contracts, people",
    query: AdminLegalEntityQuery,
    response: AdminLegalEntityResponse,
  },
  {
    method: "POST",
    path: "/admin/legal-entities/:id",
    summary: "Correct the requisites of an entity that was made here",
    description:
      "400 with code `erp_owned` once it is the ERP's; `inn_invalid`, `kpp_invalid`, `ogrn_invalid`, `okpo_invalid` for a number that cannot be right.",
    body: AdminUpdateRequisites,
    response: AdminLegalEntityResponse,
  },
  {
    method: "POST",
    path: "/admin/legal-entities/:id/managers",
    staff: "leads",
    summary: "Give a client to a manager or an assistant",
    description: "404 with code `user_unknown` when no user has the e-mail.",
    body: AdminAssignManager,
    response: AdminLegalEntityResponse,
  },
  {
    method: "DELETE",
    path: "/admin/legal-entities/:id/managers/:assignment_id",
    staff: "leads",
    summary: "Take a client from a manager or an assistant",
    description: "400 with code `erp_owned` for an assignment that the ERP made.",
    response: AdminLegalEntityResponse,
  },
  {
    method: "POST",
    path: "/admin/legal-entities/:id/categories",
    summary: "Put a client into a category",
    body: AdminAddCategory,
    response: AdminLegalEntityResponse,
  },
  {
    method: "DELETE",
    path: "/admin/legal-entities/:id/categories/:category_id",
    summary: "Take a client out of a category",
    description: "400 with code `erp_owned` where the ERP put him into it.",
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
  {
    method: "POST",
    path: "/admin/legal-entities/:id/state",
    summary: "Activate or block a legal entity, with a reason",
    description: "400 with code `erp_owned` for a block of the ERP, `entity_closed` for a closed entity.",
    body: AdminSetLegalEntityState,
    response: AdminLegalEntityStateResponse,
  },
  {
    method: "GET",
    path: "/admin/legal-entities/:id/orders",
    summary: "Orders of a legal entity, newest first",
    query: AdminListClientOrders,
    response: AdminClientOrderListResponse,
  },
])
