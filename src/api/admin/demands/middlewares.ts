import { defineRoutes } from "@kontor/framework"
import {
  AdminDemandListResponse,
  AdminDemandResponse,
  AdminDemandSuppliesResponse,
  AdminListDemands,
  AdminNoDemandQuery,
  AdminPromiseByHand,
} from "./validators"

export const adminDemandMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/demands",
    staff: "everyone",
    summary: "What my clients ordered beyond stock and have not got yet, who asked first before the others",
    query: AdminListDemands,
    response: AdminDemandListResponse,
  },
  {
    method: "GET",
    path: "/admin/demands/:id/supplies",
    staff: "everyone",
    summary: "Supplies that a demand may be promised of, with what is free of them",
    query: AdminNoDemandQuery,
    response: AdminDemandSuppliesResponse,
  },
  {
    method: "POST",
    path: "/admin/demands/:id/promises",
    staff: "everyone",
    summary: "Promise a demand by hand: bind it to supplies, move it or release it",
    description: "400 with code `supply_not_free` for what is promised to others or goes elsewhere, `more_than_wanted`.",
    body: AdminPromiseByHand,
    response: AdminDemandResponse,
  },
])
