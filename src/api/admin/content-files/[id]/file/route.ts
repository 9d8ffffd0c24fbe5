import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { contentFile } from "../../../../../database/content/content-file"
import { type ContentFileQuery, sendContentFile } from "../../../../send-content-file"

export async function GET(req: AuthenticatedMedusaRequest<unknown, ContentFileQuery>, res: MedusaResponse): Promise<void> {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await sendContentFile(req, res, await contentFile(db, { id: req.params.id ?? "" }))
}
