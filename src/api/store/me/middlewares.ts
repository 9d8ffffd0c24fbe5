import { defineRoutes } from "@kontor/framework"
import { StoreMeQuery, StoreMeResponse, StoreSwitchContract } from "./validators"

export const storeMeMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/me",
    summary: "Who am I: my entities, contracts and the active contract",
    query: StoreMeQuery,
    response: StoreMeResponse,
  },
  {
    method: "POST",
    path: "/store/me/contract",
    summary: "Switch the active contract",
    description: "404 for a contract out of sight; 400 with the code of the refusal for one that cannot be used today.",
    body: StoreSwitchContract,
    response: StoreMeResponse,
  },
])
