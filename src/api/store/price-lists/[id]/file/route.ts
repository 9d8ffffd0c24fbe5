import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { MIME_TYPES } from "../../../../../modules/document/rules/mime-types"
import { sendFile } from "../../../../send-file"
import { requireOwnPriceList } from "../../own-price-list"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { id, file_id, format, locale, created_at } = await requireOwnPriceList(req)
  if (file_id === null) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Price list ${id} is not ready`, "price_list_not_ready")
  }
  const content = await req.scope.resolve(Modules.FILE).getAsBuffer(file_id)
  const word = locale === "ru" ? "Прайс-лист" : "Price list"
  sendFile(res, { name: `${word} ${created_at.toISOString().slice(0, 10)}.${format}`, mime_type: MIME_TYPES[format], content })
}
