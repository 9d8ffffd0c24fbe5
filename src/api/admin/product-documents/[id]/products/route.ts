import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { productsOfDocument } from "../../../../../database/product-card/products-of-document"
import { documentOf } from "../../document-of"
import type { AdminListDocumentProducts } from "../../validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListDocumentProducts>, res: MedusaResponse): Promise<void> {
  const { limit, offset } = req.validatedQuery
  const { id } = await documentOf(req, req.params["id"] ?? "")
  const page = await productsOfDocument(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id, limit, offset })
  res.json({ ...page, offset, limit })
}
