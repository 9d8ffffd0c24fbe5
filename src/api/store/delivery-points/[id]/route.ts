import { dealerOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { presentDeliveryPoint } from "../../../../modules/company/rules/present-delivery-point"
import { updateDeliveryPointWorkflow } from "../../../../workflows/company/update-delivery-point"
import { requireReach } from "../../../dealer-scope"
import type { StoreUpdateDeliveryPoint } from "../validators"

export async function POST(req: MedusaRequest<StoreUpdateDeliveryPoint>, res: MedusaResponse): Promise<void> {
  const { entity_ids } = requireReach(req, "delivery_point", "edit")
  const { result } = await updateDeliveryPointWorkflow(req.scope).run({
    input: { id: req.params.id ?? "", change: req.validatedBody, entity_ids, actor: dealerOf(req).actor },
  })
  res.json({ delivery_point: presentDeliveryPoint(result) })
}
