import { dealerOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { DOCUMENT_MODULE } from "../../../modules/document"
import type DocumentModuleService from "../../../modules/document/service"
import { requestPriceListWorkflow } from "../../../workflows/document/request-price-list"
import { requireContract } from "../../dealer-scope"
import { ownPriceLists, presentPriceList } from "./own-price-list"
import type { StoreCreatePriceList, StoreListPriceLists, StorePriceListListResponse, StorePriceListResponse } from "./validators"

export async function GET(
  req: MedusaRequest<unknown, StoreListPriceLists>,
  res: MedusaResponse<StorePriceListListResponse>
): Promise<void> {
  const { limit, offset } = req.validatedQuery
  const [lists, count] = await req.scope
    .resolve<DocumentModuleService>(DOCUMENT_MODULE)
    .listAndCountPriceListFiles(ownPriceLists(req), { take: limit, skip: offset, order: { created_at: "DESC", id: "DESC" } })
  res.json({ price_lists: lists.map(presentPriceList), count, offset, limit })
}

export async function POST(req: MedusaRequest<StoreCreatePriceList>, res: MedusaResponse<StorePriceListResponse>): Promise<void> {
  const { id: contract_id, legal_entity_id } = requireContract(req)
  const { result } = await requestPriceListWorkflow(req.scope).run({
    input: { ...req.validatedBody, contract_id, legal_entity_id, employee_id: dealerOf(req).employee_id },
  })
  res.json({ price_list: presentPriceList(result) })
}
