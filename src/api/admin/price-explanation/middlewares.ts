import { defineRoutes } from "@kontor/framework"
import { PriceExplanationResponse } from "../../price-explanation-schema"
import { AdminPriceExplanationQuery } from "./validators"

export const adminPriceExplanationMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/price-explanation",
    summary: "Why a product costs what it costs under a contract",
    description: "For contracts of one's own clients, usable or not; 404 for others.",
    query: AdminPriceExplanationQuery,
    staff: "everyone",
    response: PriceExplanationResponse,
  },
])
