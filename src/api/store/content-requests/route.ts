import { dealerOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { InferTypeOf } from "@medusajs/framework/types"
import { CONTENT_MODULE } from "../../../modules/content"
import type { ContentRequest } from "../../../modules/content/models"
import type ContentModuleService from "../../../modules/content/service"
import { createRequestWorkflow } from "../../../workflows/content/create-request"
import { requireContract } from "../../dealer-scope"
import type {
  StoreContentRequestListResponse,
  StoreContentRequestResponse,
  StoreCreateContentRequest,
  StoreListContentRequests,
} from "./validators"

const present = ({ id, state, media, text, answer, created_at, updated_at }: InferTypeOf<typeof ContentRequest>) => ({
  ...{ id, state, media, text, answer, created_at, updated_at },
})

export async function GET(
  req: MedusaRequest<unknown, StoreListContentRequests>,
  res: MedusaResponse<StoreContentRequestListResponse>
): Promise<void> {
  const { limit, offset } = req.validatedQuery
  const { employee_id, visible_entity_ids: legal_entity_id } = dealerOf(req)
  const [requests, count] = await req.scope
    .resolve<ContentModuleService>(CONTENT_MODULE)
    .listAndCountContentRequests({ employee_id, legal_entity_id }, { take: limit, skip: offset, order: { created_at: "DESC", id: "DESC" } })
  res.json({ content_requests: requests.map(present), count, offset, limit })
}

export async function POST(req: MedusaRequest<StoreCreateContentRequest>, res: MedusaResponse<StoreContentRequestResponse>): Promise<void> {
  const { legal_entity_id } = requireContract(req)
  const { employee_id, actor } = dealerOf(req)
  const { result } = await createRequestWorkflow(req.scope).run({ input: { ...req.validatedBody, employee_id, legal_entity_id, actor } })
  res.json({ content_request: present(result) })
}
