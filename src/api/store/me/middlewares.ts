import { defineRoutes } from "@kontor/framework"
import { StoreMeQuery, StoreMeResponse, StoreSwitchContract, StoreSwitchLegalEntity, StoreSwitchResponse } from "./validators"

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
    description:
      "The open carts under the contract that is left come along: priced and checked anew, every changed line told. " +
      "404 for a contract out of sight; 400 with the code of the refusal for one that cannot be used today.",
    body: StoreSwitchContract,
    response: StoreSwitchResponse,
  },
  {
    method: "POST",
    path: "/store/me/legal-entity",
    summary: "Switch the active legal entity",
    description: "Its first usable contract becomes the active one, with the same consequences as switching the contract.",
    body: StoreSwitchLegalEntity,
    response: StoreSwitchResponse,
  },
])
