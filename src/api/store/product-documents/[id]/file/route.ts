import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { dealerDocumentFile } from "../../../../../database/product-card/document-file"
import { requireContract } from "../../../../dealer-scope"
import { sendDocument } from "../../../../send-document"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { assortment: sight } = requireContract(req)
  const { id = "" } = req.params
  await sendDocument(req, res, await dealerDocumentFile(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id, sight }))
}
