import { actorOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { reviewSignature } from "../../../../database/product-card/review-signature"
import { setReviewSignatureWorkflow } from "../../../../workflows/product-card/set-review-signature"
import { requireContract } from "../../../dealer-scope"
import type { StoreReviewSignatureResponse, StoreSetReviewSignature } from "./validators"

export async function GET(req: MedusaRequest, res: MedusaResponse<StoreReviewSignatureResponse>): Promise<void> {
  const { legal_entity_id } = requireContract(req)
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ review_signature: await reviewSignature(db, { legal_entity_id }) })
}

export async function POST(req: MedusaRequest<StoreSetReviewSignature>, res: MedusaResponse<StoreReviewSignatureResponse>): Promise<void> {
  const { legal_entity_id } = requireContract(req)
  const { review_signature } = req.validatedBody
  await setReviewSignatureWorkflow(req.scope).run({ input: { legal_entity_id, shown: review_signature, actor: actorOf(req) } })
  res.json({ review_signature })
}
