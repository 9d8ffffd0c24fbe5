import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { setTradingHoursWorkflow } from "../../../../../workflows/company/set-trading-hours"
import { readClientCategory } from "../../read-client-category"
import type { AdminSetTradingHours } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminSetTradingHours>, res: MedusaResponse): Promise<void> {
  const { trading_hours: hours, updated_at } = req.validatedBody
  const id = req.params.id ?? ""
  await setTradingHoursWorkflow(req.scope).run({ input: { id, hours, updated_at, actor: actorOf(req) } })
  res.json({ client_category: await readClientCategory(req.scope, id) })
}
