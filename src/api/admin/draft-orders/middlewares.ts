import { defineRoutes } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import {
  AdminClientDraftResponse,
  AdminCreateClientDraft,
  AdminDraftContractResponse,
  AdminDraftEditResponse,
  AdminPlaceDraft,
  AdminPlacedDraftResponse,
  AdminSetDraftContract,
} from "./validators"

/** Medusa's own route takes the contract as what it calls additional data. */
const stockCreation: MiddlewareRoute = {
  method: ["POST"],
  matcher: "/admin/draft-orders",
  additionalDataValidator: { contract_id: z.string().min(1).max(100).optional() },
}

export const adminDraftOrderMiddlewares: MiddlewareRoute[] = [
  stockCreation,
  ...defineRoutes([
    {
      method: "POST",
      path: "/admin/legal-entities/:id/draft-orders",
      summary: "Begin an order for a person of a client under one of its contracts",
      description:
        "Lines are added by Medusa's own routes of draft orders. 400 as when a contract is chosen, and `region_missing` where the store has no region in the contract's currency.",
      body: AdminCreateClientDraft,
      response: AdminClientDraftResponse,
    },
    {
      method: "GET",
      path: "/admin/draft-orders/:id/contract",
      summary: "For whom, and under which contract, a draft order is made",
      response: AdminDraftContractResponse,
    },
    {
      method: "POST",
      path: "/admin/draft-orders/:id/contract",
      summary: "Choose the contract of a draft order",
      description:
        "All lines are priced by it, each with its explanation. 400 with codes: `draft_closed`, `employee_not_of_entity`, `employee_blocked`, `currency_mismatch`, and those of a contract under which nothing can be ordered.",
      body: AdminSetDraftContract,
      response: AdminDraftContractResponse,
    },
    {
      method: "POST",
      path: "/admin/draft-orders/:id/convert-to-order",
      summary: "Place a draft order",
      description:
        "Replaces Medusa's route. An order for a dealer needs a contract (`draft_without_contract`) and is held to all that his own orders are held to: 400 with all `refusals`. When prices have changed meanwhile the draft shows the new ones, and the same request places it at those.",
      body: AdminPlaceDraft,
      response: AdminPlacedDraftResponse,
    },
    {
      method: "POST",
      path: "/admin/draft-orders/:id/edit/confirm",
      summary: "Confirm a change of a draft order",
      description: "Replaces Medusa's route: under a contract the whole is priced anew.",
      response: AdminDraftEditResponse,
    },
  ]),
]
