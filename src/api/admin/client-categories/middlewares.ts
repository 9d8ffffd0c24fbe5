import { defineRoutes } from "@kontor/framework"
import {
  AdminClientCategoryCardResponse,
  AdminClientCategoryListResponse,
  AdminClientCategoryResponse,
  AdminListClientCategories,
  AdminSaveClientCategory,
  AdminSetTradingHours,
} from "./validators"

export const adminClientCategoryMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/client-categories",
    staff: "everyone",
    summary: "Categories of clients by name",
    query: AdminListClientCategories,
    response: AdminClientCategoryListResponse,
  },
  {
    method: "POST",
    path: "/admin/client-categories",
    staff: "leads",
    summary: "Make a category of clients",
    body: AdminSaveClientCategory,
    response: AdminClientCategoryResponse,
  },
  {
    method: "GET",
    path: "/admin/client-categories/:id",
    staff: "everyone",
    summary: "A category of clients with its trading hours",
    response: AdminClientCategoryCardResponse,
  },
  {
    method: "POST",
    path: "/admin/client-categories/:id/trading-hours",
    staff: "leads",
    summary: "Say when clients of a category may place orders",
    description:
      "Of the ERP's categories too: the hours are the supplier's own. 400 for intervals that overlap or go over midnight; with code `changed_meanwhile` for another version.",
    body: AdminSetTradingHours,
    response: AdminClientCategoryCardResponse,
  },
  {
    method: "POST",
    path: "/admin/client-categories/:id",
    staff: "leads",
    summary: "Rename a category of clients",
    description: "400 with code `erp_owned` for one that came from the ERP.",
    body: AdminSaveClientCategory,
    response: AdminClientCategoryResponse,
  },
])
