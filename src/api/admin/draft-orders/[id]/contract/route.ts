import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { setDraftContractWorkflow } from "../../../../../workflows/order/set-draft-contract"
import { readDraft } from "../../read-draft"
import type { AdminDraftContractResponse, AdminSetDraftContract } from "../../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminDraftContractResponse>): Promise<void> {
  res.json(await readDraft(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), req.params.id ?? ""))
}

export async function POST(
  req: AuthenticatedMedusaRequest<AdminSetDraftContract>,
  res: MedusaResponse<AdminDraftContractResponse>
): Promise<void> {
  const order_id = req.params.id ?? ""
  const { contract_id } = req.validatedBody
  await setDraftContractWorkflow(req.scope).run({ input: { order_id, contract_id, actor: actorOf(req) } })
  res.json(await readDraft(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), order_id))
}
