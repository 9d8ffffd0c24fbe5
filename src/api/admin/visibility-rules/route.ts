import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listRules } from "../../../database/visibility/rule-listing"
import { answerRule } from "./answer-rule"
import type { AdminCreateVisibilityRule, AdminListVisibilityRules } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListVisibilityRules>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const { rules, count } = await listRules(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { filter, limit, offset })
  res.json({ visibility_rules: rules, count, offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminCreateVisibilityRule>, res: MedusaResponse): Promise<void> {
  await answerRule(req, res, { id: null, updated_at: null, draft: req.validatedBody, actor: actorOf(req) })
}
