import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { type GapsFileQuery, neverBought } from "../database/purchases/never-bought"
import { MIME_TYPES } from "../modules/document/rules/mime-types"
import { GAPS_FILE_ROWS_MAX, writeGapsFile } from "../workflows/catalog/write-gaps-file"
import { localeOf } from "./locale-of"
import { sendFile } from "./send-file"

/** Answers with an XLSX of what was never bought, in the language that is asked for. Throws NOT_FOUND for a category that the client does not see. */
export async function sendGapsFile(
  req: Pick<MedusaRequest, "scope" | "locale" | "acceptsLanguages" | "validatedQuery">,
  res: MedusaResponse,
  { category_id = null, ...query }: GapsFileQuery & { category_id?: string | null | undefined }
): Promise<void> {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const products = await neverBought(db, { ...query, category_id, limit: GAPS_FILE_ROWS_MAX })
  if (!products) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Category with id: ${category_id} was not found`)
  }
  const content = await writeGapsFile(products, localeOf(req))
  sendFile(res, { name: "never-bought.xlsx", mime_type: MIME_TYPES.xlsx, content })
}
