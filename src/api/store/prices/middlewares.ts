import { defineRoutes } from "@kontor/framework"
import { PriceExplanationResponse } from "../../price-explanation-schema"
import { StoreExplainPriceQuery } from "./validators"

export const storePriceMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/prices/explain",
    summary: "Why a product costs what it costs under the active contract",
    description:
      "The steps to the price and all rows that were considered, with documents and moments of the ERP. 404 for what is not in the catalogue.",
    query: StoreExplainPriceQuery,
    response: PriceExplanationResponse,
  },
])
