import { dealerOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listPartNumbers } from "../../../database/part-numbers/list-part-numbers"
import { putPartNumbersWorkflow } from "../../../workflows/catalog/put-part-numbers"
import { requireContract } from "../../dealer-scope"
import type { StoreListPartNumbers, StorePartNumbersResponse, StorePutPartNumbers, StorePutPartNumbersResponse } from "./validators"

export async function GET(req: MedusaRequest<unknown, StoreListPartNumbers>, res: MedusaResponse<StorePartNumbersResponse>): Promise<void> {
  const { legal_entity_id, assortment: sight } = requireContract(req)
  const { q, limit, offset } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { part_numbers, count } = await listPartNumbers(db, { legal_entity_id, sight, q, limit, offset })
  res.json({ part_numbers, count, limit, offset })
}

export async function POST(req: MedusaRequest<StorePutPartNumbers>, res: MedusaResponse<StorePutPartNumbersResponse>): Promise<void> {
  const { legal_entity_id, assortment: sight } = requireContract(req)
  const { result } = await putPartNumbersWorkflow(req.scope).run({
    input: { legal_entity_id, sight, part_numbers: req.validatedBody.part_numbers, actor: dealerOf(req).actor },
  })
  res.json(result)
}
