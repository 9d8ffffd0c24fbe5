import type { Actor, AuditInput } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { SynonymGroup } from "../../database/synonyms/list-synonyms"
import { changeSynonyms, createSynonyms, removeSynonyms } from "../../database/synonyms/save-synonyms"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import type { SynonymDraft } from "../../modules/catalog/rules/default-synonyms"
import { changedFields } from "../../modules/company/rules/changed-fields"

export interface CreateSynonymsInput {
  draft: SynonymDraft
  actor: Actor
}

export interface ChangeSynonymsInput extends CreateSynonymsInput {
  id: string
}

const about = (id: string) => ({ subject_type: "synonym_group", subject_id: id })
const said = ({ words, stands_for }: SynonymDraft): Record<string, string[]> => ({ words, stands_for })

/** One transaction with its entry in the log, so that nothing is left to undo. */
async function logged<Done>(
  container: MedusaContainer,
  task: (trx: Knex.Transaction) => Promise<{ done: Done; entry: AuditInput | null }>
): Promise<Done> {
  const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return db.transaction(async (trx) => {
    const { done, entry } = await task(trx)
    if (entry) {
      await log.append([entry], trx)
    }
    return done
  })
}

const createSynonymsStep = createStep("create-synonyms", async ({ draft, actor }: CreateSynonymsInput, { container }) => {
  const group = await logged(container, async (trx) => {
    const done = await createSynonyms(trx, draft)
    return { done, entry: { ...about(done.id), actor, action: "synonym_group.created", after: said(done) } }
  })
  return new StepResponse<SynonymGroup>(group)
})

/** Makes a group of words that mean the same. Errors as of `createSynonyms`. */
export const createSynonymsWorkflow = createWorkflow("create-synonyms", (input: WorkflowData<CreateSynonymsInput>) => {
  return new WorkflowResponse(createSynonymsStep(input))
})

const changeSynonymsStep = createStep("change-synonyms", async ({ id, draft, actor }: ChangeSynonymsInput, { container }) => {
  const group = await logged(container, async (trx) => {
    const { before, after } = await changeSynonyms(trx, id, draft)
    const changed = changedFields(said(before), said(after))
    const isChanged = Object.keys(changed.after).length > 0
    return { done: after, entry: isChanged ? { ...about(id), actor, action: "synonym_group.updated", ...changed } : null }
  })
  return new StepResponse<SynonymGroup>(group)
})

/** Says other words in place of those of a group. Errors as of `changeSynonyms`; the same again logs nothing. */
export const changeSynonymsWorkflow = createWorkflow("change-synonyms", (input: WorkflowData<ChangeSynonymsInput>) => {
  return new WorkflowResponse(changeSynonymsStep(input))
})

const removeSynonymsStep = createStep("remove-synonyms", async ({ id, actor }: { id: string; actor: Actor }, { container }) => {
  await logged(container, async (trx) => {
    const before = await removeSynonyms(trx, id)
    return { done: null, entry: { ...about(id), actor, action: "synonym_group.deleted", before: said(before) } }
  })
  return new StepResponse({ id })
})

/** Forgets a group of words. Errors as of `removeSynonyms`. */
export const removeSynonymsWorkflow = createWorkflow("remove-synonyms", (input: WorkflowData<{ id: string; actor: Actor }>) => {
  return new WorkflowResponse(removeSynonymsStep(input))
})
