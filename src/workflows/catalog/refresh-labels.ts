import { today } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { refreshLabels } from "../../database/labels/refresh-labels"
import { inRulesTransaction } from "../../database/pricing/in-rules-transaction"
import { lockGoodsOfRules } from "../../database/pricing/lock-price-rules"

/** Needs no compensation: one transaction, and what it writes follows from goods, prices and orders alone. */
const refreshLabelsStep = createStep("refresh-labels", async (_: void, { container }) => {
  const changed = await inRulesTransaction(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), async (trx) => {
    await lockGoodsOfRules(trx, "alone")
    return refreshLabels(trx, { day: today() })
  })
  return new StepResponse({ changed })
})

/** Asks the rules of labels anew: days pass, prices and orders come. `prices_being_loaded` while a load holds the goods. */
export const refreshLabelsWorkflow = createWorkflow("refresh-labels", () => new WorkflowResponse(refreshLabelsStep()))
