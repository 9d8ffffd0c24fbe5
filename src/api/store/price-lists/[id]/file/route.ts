import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { isPriceListInSight } from "../../../../../database/queries/is-price-list-in-sight"
import { MIME_TYPES } from "../../../../../modules/document/rules/mime-types"
import { sendFile } from "../../../../send-file"
import { requireOwnPriceList } from "../../own-price-list"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { id, file_id, contract_id, format, locale, created_at } = await requireOwnPriceList(req)
  if (file_id === null) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Price list ${id} is not ready`, "price_list_not_ready")
  }
  if (!(await isPriceListInSight(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id, contract_id }))) {
    const message = `Price list ${id} tells of goods or prices that are not to be seen any more: ask for a new one by POST /store/price-lists.`
    res.status(410).json({ type: MedusaError.Types.NOT_ALLOWED, code: "price_list_outdated", message })
    return
  }
  const content = await req.scope.resolve(Modules.FILE).getAsBuffer(file_id)
  const word = locale === "ru" ? "Прайс-лист" : "Price list"
  sendFile(res, { name: `${word} ${created_at.toISOString().slice(0, 10)}.${format}`, mime_type: MIME_TYPES[format], content })
}
