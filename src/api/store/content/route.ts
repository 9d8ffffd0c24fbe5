import { dealerOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readerOf } from "../../../database/content/content-of-dealer"
import { listContent } from "../../../database/content/list-content"
import type { StoreContentListResponse, StoreListContent } from "./validators"

export async function GET(req: MedusaRequest<unknown, StoreListContent>, res: MedusaResponse<StoreContentListResponse>): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { items, count } = await listContent(db, { reader: readerOf(dealerOf(req)), filter, limit, offset })
  res.json({ content: items, count, offset, limit })
}
