import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { removeDocumentWorkflow } from "../../../../workflows/product-card/remove-document"
import { saveProductDocument } from "../../../../workflows/product-card/save-document"
import { documentOf, uploadOf } from "../document-of"
import type { AdminChangeDocument } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id = "" } = req.params
  res.json({ product_document: await documentOf(req, id) })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminChangeDocument>, res: MedusaResponse): Promise<void> {
  const { id = "" } = req.params
  const { updated_at, ...facts } = req.validatedBody
  await saveProductDocument(req.scope, { id, updated_at, facts, binding: null, upload: uploadOf(req), actor: actorOf(req) })
  res.json({ product_document: await documentOf(req, id) })
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id = "" } = req.params
  await removeDocumentWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ id, object: "product_document", deleted: true })
}
