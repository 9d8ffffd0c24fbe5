import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { type GapsQuery, neverBought } from "../database/purchases/never-bought"
import { MIME_TYPES } from "../modules/document/rules/mime-types"
import { GAPS_FILE_ROWS_MAX, type GapsLocale, writeGapsFile } from "../workflows/catalog/write-gaps-file"

/** Answers with an XLSX of what was never bought. Throws NOT_FOUND for a category that the client does not see. */
export async function sendGapsFile(
  req: Pick<MedusaRequest, "scope">,
  res: MedusaResponse,
  { category_id = null, locale, ...query }: GapsQuery & { category_id?: string | null | undefined; locale: GapsLocale }
): Promise<void> {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const products = await neverBought(db, { ...query, category_id, limit: GAPS_FILE_ROWS_MAX })
  if (!products) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Category with id: ${category_id} was not found`)
  }
  const file = await writeGapsFile(products, locale)
  res.setHeader("Content-Type", MIME_TYPES.xlsx)
  res.setHeader("Content-Disposition", `attachment; filename="never-bought.xlsx"`)
  res.send(file)
}
