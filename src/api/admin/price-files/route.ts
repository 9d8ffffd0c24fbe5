import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { writePriceFile } from "../../../workflows/pricing/files/write-price-file"
import { requireSubject } from "../../../workflows/pricing/try-price-file"
import { localeOf } from "../../locale-of"
import { XLSX } from "../price-imports/middlewares"
import type { AdminPriceFileQuery } from "../price-imports/validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminPriceFileQuery>, res: MedusaResponse): Promise<void> {
  const { kind, id } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { source } = await requireSubject(db, { kind, id }, { forChange: false })
  const file = await writePriceFile(db, { kind, id }, { locale: localeOf(req), withUnpriced: kind === "price_type" && source === "portal" })
  res.setHeader("Content-Type", XLSX)
  res.setHeader("Content-Disposition", `attachment; filename="prices-${id}.xlsx"`)
  res.send(file)
}
