import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { OrderRuleListing } from "../../database/order-rules/order-rule-listing"
import { type OrderRuleChange, restoreOrderRule, saveOrderRule } from "../../database/order-rules/save-order-rule"
import { recordAuditStep } from "../audit/steps/record-audit"

export type SaveOrderRuleInput = OrderRuleChange & { actor: Actor }

/** Undone by writing what stood before; one that is new is gone again. */
const saveOrderRuleStep = createStep(
  "save-order-rule",
  async (change: OrderRuleChange, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const saved = await db.transaction((trx) => saveOrderRule(trx, change))
    return new StepResponse(saved, saved)
  },
  async (saved, { container }) => {
    if (saved) {
      await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction((trx) => restoreOrderRule(trx, saved))
    }
  }
)

/** Makes, changes or ends an order rule by hand; what changes nothing is not logged. Errors as of `saveOrderRule`. */
export const saveOrderRuleWorkflow = createWorkflow("save-order-rule", (input: SaveOrderRuleInput) => {
  const saved = saveOrderRuleStep({ id: input.id, updated_at: input.updated_at, draft: input.draft })
  const entries = transform({ input, saved }, ({ input: { actor }, saved: { id, before, after } }) => {
    const action = before === null ? "created" : after === null ? "ended" : "updated"
    const facts = { before: before && factsOf(before), after: after && factsOf(after) }
    return JSON.stringify(facts.before) === JSON.stringify(facts.after)
      ? []
      : [{ actor, action: `order_rule.${action}`, subject_type: "order_rule", subject_id: id, ...facts }]
  })
  recordAuditStep(entries)
  return new WorkflowResponse(saved)
})

/** What the log keeps of an order rule, in words that people read. */
function factsOf({ scope, target, unit, multiplicity, minimum, maximum }: OrderRuleListing) {
  const { product, category } = target
  return {
    ...{ scope_kind: scope.kind, scope_name: scope.name ?? scope.id },
    product: product && [product.article, product.title].filter(Boolean).join(" "),
    category: category && category.name,
    ...{ unit: unit && unit.name, multiplicity, minimum, maximum },
  }
}
