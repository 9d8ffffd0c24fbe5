import { defineRoutes } from "@kontor/framework"
import { StoreTradingHoursQuery, StoreTradingHoursResponse } from "./validators"

export const storeTradingHoursMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/trading-hours",
    summary: "When orders of a legal entity of mine are taken, and whether they are now",
    description: "Carts may be filled at any time. 404 for an entity under whose contracts I do not work.",
    query: StoreTradingHoursQuery,
    response: StoreTradingHoursResponse,
  },
])
