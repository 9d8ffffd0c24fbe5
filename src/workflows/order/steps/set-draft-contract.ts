import { type Actor, today } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { lockDraft, tieDraft } from "../../../database/drafts/draft-order"
import { AUDIT_MODULE } from "../../../modules/audit"
import type AuditModuleService from "../../../modules/audit/service"
import { refuseDraftTerms, requireOpen, requireTerms } from "../draft-terms"
import { settleDraft } from "../settle-draft"
import { throwRefusals } from "../throw-refusals"

export interface SetDraftContractInput {
  order_id: string
  contract_id: string
  actor: Actor
}

/** Names the contract that staff make an order under, and prices its lines by it, in one transaction; the same again prices them anew. */
export const setDraftContractStep = createStep("set-draft-contract", async (input: SetDraftContractInput, { container }) => {
  const { order_id, contract_id, actor } = input
  const audit = container.resolve<AuditModuleService>(AUDIT_MODULE)
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
    const draft = requireOpen(await lockDraft(trx, { order_id }), order_id)
    const terms = await requireTerms(trx, contract_id)
    const day = today()
    throwRefusals("draft_refused", await refuseDraftTerms(trx, draft, { terms, day }))
    await tieDraft(trx, { order_id, contract_id })
    await settleDraft(trx, { order_id, terms, day })
    if (draft.contract_id !== contract_id) {
      const subject = { subject_type: "order", subject_id: order_id, legal_entity_id: terms.entity.id }
      const before = { contract_id: draft.contract_id }
      await audit.append([{ actor, action: "draft_order.contract_set", ...subject, before, after: { contract_id } }], trx)
    }
  })
  return new StepResponse({ order_id })
})

/** Prices an order that staff make by the contract it is made under; nothing where it is under none, or an order by now. */
export const settleDraftStep = createStep("settle-draft", async ({ order_id }: { order_id: string }, { container }) => {
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
    const draft = await lockDraft(trx, { order_id })
    if (draft?.is_open && draft.contract_id !== null) {
      await settleDraft(trx, { order_id, terms: await requireTerms(trx, draft.contract_id), day: today() })
    }
  })
  return new StepResponse({ order_id })
})
