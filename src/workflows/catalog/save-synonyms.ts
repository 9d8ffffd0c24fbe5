import type { Actor } from "@kontor/framework"
import { createStep, createWorkflow, StepResponse, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { SynonymGroup } from "../../database/synonyms/list-synonyms"
import { changeSynonyms, createSynonyms, removeSynonyms } from "../../database/synonyms/save-synonyms"
import type { SynonymDraft } from "../../modules/catalog/rules/default-synonyms"
import { changedFields } from "../../modules/company/rules/changed-fields"
import { inLoggedTransaction } from "./steps/in-logged-transaction"

export interface CreateSynonymsInput {
  draft: SynonymDraft
  actor: Actor
}

export interface ChangeSynonymsInput extends CreateSynonymsInput {
  id: string
  /** Of the version that was read. */
  updated_at: string
}

const about = (id: string) => ({ subject_type: "synonym_group", subject_id: id })
const said = ({ words, stands_for }: SynonymDraft): Record<string, string[]> => ({ words, stands_for })

const createSynonymsStep = createStep("create-synonyms", async ({ draft, actor }: CreateSynonymsInput, { container }) => {
  const group = await inLoggedTransaction(container, async (trx) => {
    const done = await createSynonyms(trx, draft)
    return { done, entry: { ...about(done.id), actor, action: "synonym_group.created", after: said(done) } }
  })
  return new StepResponse<SynonymGroup>(group)
})

/** Makes a group of words that mean the same. Errors as of `createSynonyms`. */
export const createSynonymsWorkflow = createWorkflow("create-synonyms", (input: WorkflowData<CreateSynonymsInput>) => {
  return new WorkflowResponse(createSynonymsStep(input))
})

const changeSynonymsStep = createStep("change-synonyms", async ({ actor, ...change }: ChangeSynonymsInput, { container }) => {
  const group = await inLoggedTransaction(container, async (trx) => {
    const { before, after } = await changeSynonyms(trx, change)
    const changed = changedFields(said(before), said(after))
    const isChanged = Object.keys(changed.after).length > 0
    return { done: after, entry: isChanged ? { ...about(change.id), actor, action: "synonym_group.updated", ...changed } : null }
  })
  return new StepResponse<SynonymGroup>(group)
})

/** Says other words in place of those of a group. Errors as of `changeSynonyms`; the same again logs nothing. */
export const changeSynonymsWorkflow = createWorkflow("change-synonyms", (input: WorkflowData<ChangeSynonymsInput>) => {
  return new WorkflowResponse(changeSynonymsStep(input))
})

const removeSynonymsStep = createStep("remove-synonyms", async ({ id, actor }: { id: string; actor: Actor }, { container }) => {
  await inLoggedTransaction(container, async (trx) => {
    const before = await removeSynonyms(trx, id)
    return { done: null, entry: { ...about(id), actor, action: "synonym_group.deleted", before: said(before) } }
  })
  return new StepResponse({ id })
})

/** Forgets a group of words. Errors as of `removeSynonyms`. */
export const removeSynonymsWorkflow = createWorkflow("remove-synonyms", (input: WorkflowData<{ id: string; actor: Actor }>) => {
  return new WorkflowResponse(removeSynonymsStep(input))
})
