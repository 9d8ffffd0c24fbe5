import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { itemFor } from "../item-for"
import type { StoreContentResponse } from "../validators"

export async function GET(req: MedusaRequest, res: MedusaResponse<StoreContentResponse>): Promise<void> {
  res.json({ content_item: await itemFor(req) })
}
