import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { suggestions } from "../../../../database/queries/suggestions"
import { requireContract } from "../../../dealer-scope"
import type { StoreCatalogSuggestionsQuery, StoreCatalogSuggestionsResponse } from "../validators"

export async function GET(
  req: MedusaRequest<unknown, StoreCatalogSuggestionsQuery>,
  res: MedusaResponse<StoreCatalogSuggestionsResponse>
): Promise<void> {
  const { legal_entity_id, assortment: sight } = requireContract(req)
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json(await suggestions(db, { q: req.validatedQuery.q, sight, legal_entity_id }))
}
