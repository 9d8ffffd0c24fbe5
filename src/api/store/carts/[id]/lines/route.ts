import { actorOf, dealerOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { putCartLinesWorkflow } from "../../../../../workflows/cart/put-cart-lines"
import { requireReach } from "../../../../dealer-scope"
import type { StorePutCartLines } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<StorePutCartLines>, res: MedusaResponse) {
  const { contract } = dealerOf(req)
  const { lines, mode, bypass_reason } = req.validatedBody
  const { result } = await putCartLinesWorkflow(req.scope).run({
    input: {
      cart_id: req.params.id ?? "",
      mode,
      lines: lines.map(({ article = null, variant_id = null, quantity, unit = null }, index) => ({
        row: index + 1,
        article,
        variant_id,
        quantity,
        unit,
      })),
      contract_id: contract?.id ?? null,
      entity_ids: requireReach(req, "cart", "edit").entity_ids,
      bypass: bypass_reason === undefined ? null : { reason: bypass_reason, actor: actorOf(req) },
    },
  })
  res.json(result)
}
