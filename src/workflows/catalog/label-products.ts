import type { Actor } from "@kontor/framework"
import { createStep, createWorkflow, StepResponse, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type LabelledGoods, labelProducts } from "../../database/labels/label-products"
import { inLoggedRules } from "./steps/in-logged-transaction"

export interface LabelProductsInput {
  id: string
  goods: LabelledGoods
  /** False = it is taken from them. */
  bears: boolean
  actor: Actor
}

/** Products that an entry in the log names; it takes no longer lists. */
const LOGGED_MAX = 100

/** One transaction with its entry in the log, so that nothing is left to undo. */
const labelProductsStep = createStep("label-products", async ({ actor, ...input }: LabelProductsInput, { container }) => {
  const labelled = await inLoggedRules(container, async (trx) => {
    const done = await labelProducts(trx, input)
    const { product_ids, code } = done
    const after = { label: code, products: product_ids.length, product_ids: product_ids.slice(0, LOGGED_MAX) }
    const action = input.bears ? "label.given" : "label.taken"
    const entry = { actor, action, subject_type: "label", subject_id: input.id, after }
    return { done, entry: product_ids.length > 0 ? entry : null }
  })
  return new StepResponse({ changed: labelled.product_ids.length, articles: labelled.articles })
})

/** Gives goods a label by hand, or takes it from them. Errors as of `labelProducts`, and `prices_being_loaded`. */
export const labelProductsWorkflow = createWorkflow("label-products", (input: WorkflowData<LabelProductsInput>) => {
  return new WorkflowResponse(labelProductsStep(input))
})
