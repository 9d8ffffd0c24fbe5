import { defineRoutes } from "@kontor/framework"
import { StoreLegalEntityListResponse, StoreLegalEntityQuery, StoreLegalEntityResponse, StoreListLegalEntities } from "./validators"

export const storeLegalEntityMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/legal-entities",
    summary: "The legal entities in my sight, by name",
    description: "Requisites are told, and searched, where the right entity.view reaches.",
    query: StoreListLegalEntities,
    response: StoreLegalEntityListResponse,
  },
  {
    method: "GET",
    path: "/store/legal-entities/:id",
    right: { section: "entity", action: "view" },
    summary: "Requisites, accounts and managers of one of my legal entities",
    description: "404 out of sight.",
    query: StoreLegalEntityQuery,
    response: StoreLegalEntityResponse,
  },
])
