import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { foundFacets } from "../../../../database/queries/found-facets"
import { withLabels } from "../../../../database/labels/with-labels"
import { entryChoice } from "../entry-choice"
import type { StoreCatalogFacetsQuery, StoreCatalogFacetsResponse } from "../validators"

export async function GET(
  req: MedusaRequest<unknown, StoreCatalogFacetsQuery>,
  res: MedusaResponse<StoreCatalogFacetsResponse>
): Promise<void> {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const facets = await foundFacets(db, await entryChoice(req, req.validatedQuery))
  if (!facets) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Category with id: ${req.validatedQuery.category_id} was not found`)
  }
  res.json({ facets: await withLabels(db, facets) })
}
