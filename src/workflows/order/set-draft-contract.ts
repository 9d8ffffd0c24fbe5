import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { followDraftTotalWorkflow } from "./follow-draft-total"
import { type SetDraftContractInput, setDraftContractStep } from "./steps/set-draft-contract"

/** The legal entity and contract of an order that staff make are chosen: from then on it is priced and held to rules as a dealer's. */
export const setDraftContractWorkflow = createWorkflow("set-draft-contract", (input: WorkflowData<SetDraftContractInput>) => {
  const set = setDraftContractStep(input)
  followDraftTotalWorkflow.runAsStep({ input: { order_id: input.order_id } })
  return new WorkflowResponse(set)
})
