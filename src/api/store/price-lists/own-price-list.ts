import { dealerOf } from "@kontor/framework"
import type { MedusaRequest } from "@medusajs/framework/http"
import type { InferTypeOf } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { DOCUMENT_MODULE } from "../../../modules/document"
import type { PriceListFile } from "../../../modules/document/models"
import type DocumentModuleService from "../../../modules/document/service"
import type { StorePriceListResponse } from "./validators"

type Row = InferTypeOf<typeof PriceListFile>

/** Whoever asked for it, as long as he sees the entity whose prices it tells. */
export const ownPriceLists = (req: Pick<MedusaRequest, "dealer" | "path">) => {
  const { employee_id, visible_entity_ids } = dealerOf(req)
  return { employee_id, legal_entity_id: visible_entity_ids }
}

/** The price list in the path. NOT_FOUND for what is not his. */
export async function requireOwnPriceList(req: MedusaRequest): Promise<Row> {
  const { id = "" } = req.params
  const [list] = await req.scope
    .resolve<DocumentModuleService>(DOCUMENT_MODULE)
    .listPriceListFiles({ id, ...ownPriceLists(req) }, { take: 1 })
  if (!list) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `PriceList with id: ${id} was not found`)
  }
  return list
}

export function presentPriceList(list: Row): StorePriceListResponse["price_list"] {
  const { id, state, format, locale, category_ids, in_stock_only, contract_id, total, done, rows, bytes } = list
  const { error_code, error_message, prices_as_of, created_at, finished_at } = list
  const error = error_code === null ? null : { code: error_code, message: error_message ?? "" }
  const choice = { format, locale, category_ids, in_stock_only, contract_id }
  return { id, state, ...choice, total, done, rows, bytes, error, prices_as_of, created_at, finished_at }
}
