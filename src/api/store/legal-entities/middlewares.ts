import { defineRoutes } from "@kontor/framework"
import { StoreLegalEntityQuery, StoreLegalEntityResponse } from "./validators"

export const storeLegalEntityMiddlewares = defineRoutes([
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
