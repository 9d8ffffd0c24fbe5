import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listReservationRules, statesOfErp } from "../../../database/reservations/reservation-rules"
import { saveReservationRuleWorkflow } from "../../../workflows/supply/save-reservation-rule"
import type { AdminCreateReservationRule, AdminListReservationRules } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListReservationRules>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { reservation_rules, count } = await listReservationRules(db, { filter, limit, offset })
  res.json({ reservation_rules, erp_states: await statesOfErp(db), count, offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminCreateReservationRule>, res: MedusaResponse): Promise<void> {
  const input = { id: null, updated_at: null, draft: req.validatedBody, actor: actorOf(req) }
  const { result } = await saveReservationRuleWorkflow(req.scope).run({ input })
  res.json({ reservation_rule: result.after })
}
