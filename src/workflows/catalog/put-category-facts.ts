import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { putCategoryFacts } from "../../database/catalog/category-facts"
import type { CategoryFacts } from "../../modules/catalog/rules/category-tree"
import { recordAuditStep } from "../audit/steps/record-audit"

type NamedFacts = CategoryFacts & { id: string }

const putCategoryFactsStep = createStep(
  "put-category-facts",
  async (facts: NamedFacts, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const done = await db.transaction((trx) => putCategoryFacts(trx, facts))
    return new StepResponse(done, { id: facts.id, ...done.before })
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction((trx) => putCategoryFacts(trx, before))
    }
  }
)

/** Says what goods of a category are, and what stands beside its name; what changes nothing is not logged. NOT_FOUND for no category. */
export const putCategoryFactsWorkflow = createWorkflow("put-category-facts", (input: NamedFacts & { actor: Actor }) => {
  const done = putCategoryFactsStep({ id: input.id, type: input.type, label: input.label })
  const entries = transform({ input, done }, ({ input: { actor, id }, done: { before, after } }) =>
    before.type === after.type && before.label === after.label
      ? []
      : [{ actor, action: "catalog_category.updated", subject_type: "catalog_category", subject_id: id, before, after }]
  )
  recordAuditStep(entries)
  return new WorkflowResponse(done)
})
