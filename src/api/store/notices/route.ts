import { dealerOf, today } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listNotices } from "../../../database/notices/list-notices"
import { entryDetails } from "../../../database/queries/entry-details"
import { putNoticeWorkflow } from "../../../workflows/catalog/put-notice"
import { requireContract } from "../../dealer-scope"
import { keepersOf } from "../favourites/favourites-of"
import type { StoreListNotices, StoreNoticeResponse, StoreNoticesResponse, StorePutNotice } from "./validators"

export async function GET(req: MedusaRequest<unknown, StoreListNotices>, res: MedusaResponse<StoreNoticesResponse>): Promise<void> {
  const { id: contract_id, currency_code, warehouse_ids, assortment: sight } = requireContract(req)
  const { state = null, limit, offset } = req.validatedQuery
  const { employee_id } = dealerOf(req)
  const db: Knex = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { notices, count } = await listNotices(db, { employee_id, contract_id, state, sight, limit, offset })
  const keys = notices.map(({ entry_key }) => entry_key)
  const { entries, prices_as_of, retail_as_of } = await entryDetails(db, {
    ...{ contract_id, currency_code, warehouse_ids, day: today(), favourites_of: keepersOf(req), keys: [...new Set(keys)] },
  })
  const entryOf = new Map([...new Set(keys)].map((key, index) => [key, entries[index]]))
  const rows = notices.flatMap(({ entry_key, ...notice }) => {
    const entry = entryOf.get(entry_key)
    return entry ? [{ ...notice, entry }] : []
  })
  res.json({ notices: rows, count, limit, offset, as_of: prices_as_of, retail_as_of })
}

export async function POST(req: MedusaRequest<StorePutNotice>, res: MedusaResponse<StoreNoticeResponse>): Promise<void> {
  const { id: contract_id, currency_code, warehouse_ids, assortment: sight } = requireContract(req)
  const { employee_id } = dealerOf(req)
  const { result } = await putNoticeWorkflow(req.scope).run({
    input: { ...req.validatedBody, employee_id, contract_id, currency_code, warehouse_ids, sight, day: today() },
  })
  res.json({ notice: result })
}
