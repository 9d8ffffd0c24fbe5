import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { writeOrderTemplate } from "../../../modules/order-rules/order-file"
import { localeOf } from "../../locale-of"
import { XLSX } from "./middlewares"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const locale = localeOf(req)
  res.setHeader("Content-Type", XLSX)
  res.setHeader("Content-Disposition", `attachment; filename="order-form-${locale}.xlsx"`)
  res.send(writeOrderTemplate(locale))
}
