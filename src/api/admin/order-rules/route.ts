import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listOrderRules } from "../../../database/order-rules/order-rule-listing"
import { saveOrderRuleWorkflow } from "../../../workflows/order-rules/save-order-rule"
import type { AdminCreateOrderRule, AdminListOrderRules } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListOrderRules>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { order_rules, count } = await listOrderRules(db, { filter, limit, offset })
  res.json({ order_rules, count, offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminCreateOrderRule>, res: MedusaResponse): Promise<void> {
  const input = { id: null, updated_at: null, draft: req.validatedBody, actor: actorOf(req) }
  const { result } = await saveOrderRuleWorkflow(req.scope).run({ input })
  res.json({ order_rule: result.after })
}
