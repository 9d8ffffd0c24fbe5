import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { writeOrderTemplate } from "../../../modules/order-rules/order-file"
import { localeOf } from "../../locale-of"
import { sendFile } from "../../send-file"
import { XLSX } from "./middlewares"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const locale = localeOf(req)
  sendFile(res, { name: `order-form-${locale}.xlsx`, mime_type: XLSX, content: writeOrderTemplate(locale) })
}
