import { actorOf, today } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listDocuments } from "../../../database/product-card/list-documents"
import { saveProductDocument } from "../../../workflows/product-card/save-document"
import { documentOf, uploadOf } from "./document-of"
import type { AdminBoundDocumentResponse, AdminCreateDocument, AdminListDocuments } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListDocuments>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const page = await listDocuments(db, { filter, day: today(), limit, offset })
  res.json({ ...page, offset, limit })
}

export async function POST(
  req: AuthenticatedMedusaRequest<AdminCreateDocument>,
  res: MedusaResponse<AdminBoundDocumentResponse>
): Promise<void> {
  const { bind, ...facts } = req.validatedBody
  const binding = bind ? { add: bind, remove: { product_ids: [], category_ids: [], brands: [] } } : null
  const input = { id: null, updated_at: null, facts, binding, upload: uploadOf(req), actor: actorOf(req) }
  const { id, articles } = await saveProductDocument(req.scope, input)
  res.json({ product_document: await documentOf(req, id), articles })
}
