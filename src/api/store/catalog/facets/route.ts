import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { foundFacets } from "../../../../database/queries/found-facets"
import { withLabels } from "../../../../database/labels/with-labels"
import { requireContract } from "../../../dealer-scope"
import { entryChoice } from "../entry-choice"
import type { StoreCatalogFacetsQuery, StoreCatalogFacetsResponse } from "../validators"

export async function GET(
  req: MedusaRequest<unknown, StoreCatalogFacetsQuery>,
  res: MedusaResponse<StoreCatalogFacetsResponse>
): Promise<void> {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { count_in_stock, ...filter } = req.validatedQuery
  const counted_in = count_in_stock ? requireContract(req).warehouse_ids : null
  const found = await foundFacets(db, await entryChoice(req, filter), counted_in)
  if (!found) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Category with id: ${filter.category_id} was not found`)
  }
  const { facets, in_stock_count } = found
  const in_stock = in_stock_count === null ? null : { count: in_stock_count, is_chosen: filter.in_stock !== undefined }
  res.json({ facets: await withLabels(db, facets), in_stock })
}
