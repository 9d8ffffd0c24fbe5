import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { removeCurrencyRateWorkflow } from "../../../../workflows/pricing/remove-currency-rate"

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id = "" } = req.params
  await removeCurrencyRateWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ id, object: "currency_rate", deleted: true })
}
