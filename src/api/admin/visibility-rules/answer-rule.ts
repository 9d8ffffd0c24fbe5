import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ruleListing } from "../../../database/visibility/rule-listing"
import { saveVisibilityRuleWorkflow, type SaveVisibilityRuleInput } from "../../../workflows/catalog/save-visibility-rule"

/** Saves a rule and answers with it as people read it. */
export async function answerRule(
  req: AuthenticatedMedusaRequest<unknown>,
  res: MedusaResponse,
  input: SaveVisibilityRuleInput
): Promise<void> {
  const { result } = await saveVisibilityRuleWorkflow(req.scope).run({ input })
  const { id, articles } = result
  const visibility_rule = await ruleListing(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id })
  res.json({ visibility_rule, articles })
}
