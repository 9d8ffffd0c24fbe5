import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listProperties } from "../../../database/properties/list-properties"
import type { AdminCatalogPropertiesQuery, AdminCatalogPropertiesResponse } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminCatalogPropertiesQuery>,
  res: MedusaResponse<AdminCatalogPropertiesResponse>
): Promise<void> {
  const { q, limit, offset } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { properties, count } = await listProperties(db, { q, limit, offset })
  res.json({ catalog_properties: properties, count, offset, limit })
}
