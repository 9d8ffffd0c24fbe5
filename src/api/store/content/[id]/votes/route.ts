import { dealerOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readerOf } from "../../../../../database/content/content-of-dealer"
import { voteWorkflow } from "../../../../../workflows/content/vote"
import { itemFor } from "../../item-for"
import type { StoreContentResponse, StoreVote } from "../../validators"

export async function POST(req: MedusaRequest<StoreVote>, res: MedusaResponse<StoreContentResponse>): Promise<void> {
  const dealer = dealerOf(req)
  const { answers } = req.validatedBody
  await voteWorkflow(req.scope).run({ input: { reader: readerOf(dealer), id: req.params.id ?? "", answers, actor: dealer.actor } })
  res.json({ content_item: await itemFor(req) })
}
