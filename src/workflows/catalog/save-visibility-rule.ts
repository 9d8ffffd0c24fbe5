import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { isDeepStrictEqual } from "node:util"
import { describeChange } from "../../database/pricing/describe-change"
import { inRulesTransaction } from "../../database/pricing/in-rules-transaction"
import { restoreRule, type RuleChange, saveRule } from "../../database/visibility/save-rule"
import { recordAuditStep } from "../audit/steps/record-audit"

export type SaveVisibilityRuleInput = RuleChange & { actor: Actor }

/** Undone by writing what stood before; one that is new is gone again. What changed is told for the log; lists stay out of it but for their size. */
const saveVisibilityRuleStep = createStep(
  "save-visibility-rule",
  async (change: RuleChange, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { saved, facts } = await inRulesTransaction(db, async (trx) => {
      const done = await saveRule(trx, change)
      return { saved: done, facts: isDeepStrictEqual(done.before, done.after) ? null : await describeChange(trx, done.before, done.after) }
    })
    const { id, before, after, articles } = saved
    const action = before === null ? "created" : after === null ? "ended" : "updated"
    return new StepResponse({ id, articles, action, facts }, { id, before })
  },
  async (saved, { container }) => {
    if (saved) {
      await inRulesTransaction(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), (trx) => restoreRule(trx, saved))
    }
  }
)

/** Makes, changes or ends a rule of visibility by hand; what changes nothing is not logged. Errors as of `saveRule`, and `prices_being_loaded`. */
export const saveVisibilityRuleWorkflow = createWorkflow("save-visibility-rule", (input: SaveVisibilityRuleInput) => {
  const saved = saveVisibilityRuleStep({ id: input.id, updated_at: input.updated_at, draft: input.draft })
  const entries = transform({ input, saved }, ({ input: { actor }, saved: { id, action, facts } }) =>
    facts === null
      ? []
      : [
          {
            actor,
            action: `visibility_rule.${action}`,
            subject_type: "visibility_rule",
            subject_id: id,
            before: facts.before,
            after: facts.after,
          },
        ]
  )
  recordAuditStep(entries)
  return new WorkflowResponse(saved)
})
