import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { documentFile } from "../../../../../database/product-card/document-file"
import { sendDocument } from "../../../../send-document"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id = "" } = req.params
  await sendDocument(req, res, await documentFile(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id }))
}
