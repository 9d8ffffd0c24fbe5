import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { type SetDraftContractInput, setDraftContractStep } from "./steps/set-draft-contract"

/** The legal entity and contract of an order that staff make are chosen: from then on it is priced and held to rules as a dealer's. */
export const setDraftContractWorkflow = createWorkflow(
  "set-draft-contract",
  (input: WorkflowData<SetDraftContractInput>) => new WorkflowResponse(setDraftContractStep(input))
)
