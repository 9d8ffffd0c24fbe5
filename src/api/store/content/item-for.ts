import { dealerOf } from "@kontor/framework"
import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { readerOf } from "../../../database/content/content-of-dealer"
import { contentOfDealer, type DealerItem } from "../../../database/content/list-content"

/** The item in the path, as who asks sees it. Throws NOT_FOUND for one that is not for him. */
export async function itemFor(req: MedusaRequest): Promise<DealerItem> {
  const { id = "" } = req.params
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const item = await contentOfDealer(db, { reader: readerOf(dealerOf(req)), id })
  if (!item) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Content with id: ${id} was not found`)
  }
  return item
}
