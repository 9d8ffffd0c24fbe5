import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { findEntries } from "../../../database/queries/find-entries"
import type { AdminCatalogEntriesQuery, AdminCatalogEntriesResponse } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminCatalogEntriesQuery>,
  res: MedusaResponse<AdminCatalogEntriesResponse>
): Promise<void> {
  const { q, product_id = null, variant_id = null, limit, offset } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { entries, count } = await findEntries(db, { q, product_id, variant_id, limit, offset })
  res.json({ catalog_entries: entries, count, offset, limit })
}
