import { defineRoutes } from "@kontor/framework"
import {
  AdminErpGroupListResponse,
  AdminErpGroupSourcesResponse,
  AdminListErpGroups,
  AdminMapErpGroups,
  AdminMappedErpGroupsResponse,
  AdminPutErpGroupSource,
} from "./validators"

const REFUSALS = "404 for an unknown group; 400 with code `category_unknown`, or `exchange_running` while a load of the base runs."

export const adminErpGroupMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/erp-groups",
    staff: "leads",
    summary: "Groups of the ERP and where their goods are put; those that wait come first",
    query: AdminListErpGroups,
    response: AdminErpGroupListResponse,
  },
  {
    method: "POST",
    path: "/admin/erp-groups/map",
    staff: "leads",
    summary: "Put the goods of groups elsewhere",
    description: `All products move in one transaction; what was put into a category by hand stays. ${REFUSALS}`,
    body: AdminMapErpGroups,
    response: AdminMappedErpGroupsResponse,
  },
  {
    method: "POST",
    path: "/admin/erp-groups/preview",
    staff: "leads",
    summary: "How many products that would move",
    description: `Writes nothing. ${REFUSALS} \`preview_too_slow\` when it takes too long.`,
    body: AdminMapErpGroups,
    response: AdminMappedErpGroupsResponse,
  },
  {
    method: "GET",
    path: "/admin/erp-groups/sources",
    staff: "leads",
    summary: "Bases that send groups, and what becomes of new ones",
    response: AdminErpGroupSourcesResponse,
  },
  {
    method: "POST",
    path: "/admin/erp-groups/sources",
    staff: "leads",
    summary: "Say what becomes of groups that a base sends for the first time",
    body: AdminPutErpGroupSource,
    response: AdminErpGroupSourcesResponse,
  },
])
