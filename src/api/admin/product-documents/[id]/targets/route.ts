import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { bindDocumentWorkflow } from "../../../../../workflows/product-card/bind-document"
import { documentOf } from "../../document-of"
import type { AdminBindDocument, AdminBoundDocumentResponse } from "../../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<AdminBindDocument>,
  res: MedusaResponse<AdminBoundDocumentResponse>
): Promise<void> {
  const { id = "" } = req.params
  const { result } = await bindDocumentWorkflow(req.scope).run({ input: { id, ...req.validatedBody, actor: actorOf(req) } })
  res.json({ product_document: await documentOf(req, id), articles: result.articles })
}
