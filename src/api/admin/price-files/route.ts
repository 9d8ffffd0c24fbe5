import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MIME_TYPES } from "../../../modules/document/rules/mime-types"
import { writePriceFile } from "../../../workflows/pricing/files/write-price-file"
import { requireSubject } from "../../../workflows/pricing/try-price-file"
import { localeOf } from "../../locale-of"
import { sendFile } from "../../send-file"
import type { AdminPriceFileQuery } from "../price-imports/validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminPriceFileQuery>, res: MedusaResponse): Promise<void> {
  const { kind, id } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { source } = await requireSubject(db, { kind, id }, { forChange: false })
  const content = await writePriceFile(
    db,
    { kind, id },
    { locale: localeOf(req), withUnpriced: kind === "price_type" && source === "portal" }
  )
  sendFile(res, { name: `prices-${id}.xlsx`, mime_type: MIME_TYPES.xlsx, content })
}
