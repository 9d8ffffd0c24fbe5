import { defineRoutes } from "@kontor/framework"
import {
  AdminClientCategoryListResponse,
  AdminClientCategoryResponse,
  AdminListClientCategories,
  AdminSaveClientCategory,
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
    method: "POST",
    path: "/admin/client-categories/:id",
    staff: "leads",
    summary: "Rename a category of clients",
    description: "400 with code `erp_owned` for one that came from the ERP.",
    body: AdminSaveClientCategory,
    response: AdminClientCategoryResponse,
  },
])
