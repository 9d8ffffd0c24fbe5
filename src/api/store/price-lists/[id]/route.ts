import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { presentPriceList, requireOwnPriceList } from "../own-price-list"
import type { StorePriceListResponse } from "../validators"

export async function GET(req: MedusaRequest, res: MedusaResponse<StorePriceListResponse>): Promise<void> {
  res.json({ price_list: presentPriceList(await requireOwnPriceList(req)) })
}
