import { dealerOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { fileOfItem } from "../../../../../database/content/content-file"
import { readerOf } from "../../../../../database/content/content-of-dealer"
import { type ContentFileQuery, sendContentFile } from "../../../../send-content-file"

export async function GET(req: MedusaRequest<unknown, ContentFileQuery>, res: MedusaResponse): Promise<void> {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await sendContentFile(req, res, await fileOfItem(db, { reader: readerOf(dealerOf(req)), id: req.params.id ?? "" }))
}
