import { type Actor, today } from "@kontor/framework"
import { createStep, createWorkflow, StepResponse, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { changeLabel, createLabel, type LabelChange, type LabelDraft, removeLabel } from "../../database/labels/save-label"
import { changedFields } from "../../modules/company/rules/changed-fields"
import { inLoggedRules } from "./steps/in-logged-transaction"

export interface CreateLabelInput {
  draft: LabelDraft
  actor: Actor
}

export interface ChangeLabelInput {
  id: string
  change: LabelChange
  actor: Actor
}

const about = (id: string) => ({ subject_type: "label", subject_id: id })

/** One transaction with its entry in the log, as the other two steps, so that nothing is left to undo. */
const createLabelStep = createStep("create-label", async ({ draft, actor }: CreateLabelInput, { container }) => {
  const id = await inLoggedRules(container, async (trx) => {
    const made = await createLabel(trx, draft, today())
    return { done: made.id, entry: { ...about(made.id), actor, action: "label.created", after: made.after } }
  })
  return new StepResponse({ id })
})

/** Makes a label. Errors as of `createLabel`, and `prices_being_loaded`. */
export const createLabelWorkflow = createWorkflow("create-label", (input: WorkflowData<CreateLabelInput>) => {
  return new WorkflowResponse(createLabelStep(input))
})

const changeLabelStep = createStep("change-label", async ({ id, change, actor }: ChangeLabelInput, { container }) => {
  await inLoggedRules(container, async (trx) => {
    const { before, after } = await changeLabel(trx, { id, change, day: today() })
    const changed = changedFields(before, after)
    const isChanged = Object.keys(changed.after).length > 0
    return { done: null, entry: isChanged ? { ...about(id), actor, action: "label.updated", ...changed } : null }
  })
  return new StepResponse({ id })
})

/** Changes how a label is shown, and by which rule goods bear it. Errors as of `changeLabel`, and `prices_being_loaded`. */
export const changeLabelWorkflow = createWorkflow("change-label", (input: WorkflowData<ChangeLabelInput>) => {
  return new WorkflowResponse(changeLabelStep(input))
})

const removeLabelStep = createStep("remove-label", async ({ id, actor }: { id: string; actor: Actor }, { container }) => {
  await inLoggedRules(container, async (trx) => {
    const before = await removeLabel(trx, id)
    return { done: null, entry: { ...about(id), actor, action: "label.deleted", before } }
  })
  return new StepResponse({ id })
})

/** Takes a label off all goods, and forgets it. Errors as of `removeLabel`, and `prices_being_loaded`. */
export const removeLabelWorkflow = createWorkflow("remove-label", (input: WorkflowData<{ id: string; actor: Actor }>) => {
  return new WorkflowResponse(removeLabelStep(input))
})
