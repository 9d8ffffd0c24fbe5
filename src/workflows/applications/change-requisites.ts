import type { WantedRequisites } from "@kontor/framework"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { admissionFacts } from "../../database/applications/admission-facts"
import { standingEntity } from "../../database/applications/standing-entity"
import type { ApplicationBankAccount } from "../../modules/company/rules/application-requisites"
import { missingAccounts, wishOf, withAccounts, type RequisitesWish } from "../../modules/company/rules/requisites-change"
import { recordAuditStep } from "../audit/steps/record-audit"
import { updateRequisitesWorkflow } from "../company/update-requisites"
import { queueForErpStep } from "../erp/steps/queue-for-erp"
import type { AdmitApplicantInput } from "./admit-applicant"
import { addBankAccountsStep } from "./steps/add-bank-accounts"

interface ReadChange {
  legal_entity_id: string
  is_erp_owned: boolean
  texts: Omit<RequisitesWish, "bank_accounts">
  accounts: ApplicationBankAccount[]
  /** What the ERP is wished to have: of accounts all, since one that is not named is gone there. */
  wish: WantedRequisites
}

/** What an accepted change asks for, and who owns the entity. */
const readChangeStep = createStep("read-requisites-change", async (input: AdmitApplicantInput, { container }) => {
  if (input.legal_entity_id || input.holding_id) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "A change of requisites attaches nobody to an entity.", "entity_not_expected")
  }
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const application = await admissionFacts(db, { id: input.id })
  const entity = application?.legal_entity_id ? await standingEntity(db, { id: application.legal_entity_id }) : null
  if (!application || !entity) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `The legal entity of application ${input.id} is gone.`)
  }
  const { bank_accounts = [], ...texts } = wishOf(application.requisites, application.former)
  const accounts = missingAccounts(entity, bank_accounts)
  const wish = { ...texts, ...(accounts.length ? { bank_accounts: withAccounts(entity.accounts, accounts) } : {}) }
  const is_erp_owned = entity.source === "erp"
  return new StepResponse<ReadChange>({ legal_entity_id: entity.id, is_erp_owned, texts, accounts, wish })
})

/**
 * Makes what an accepted change asks for. An entity of the portal has it at once, and an ERP that was told of the entity is told again; one
 * of the ERP is changed there, and the wish waits for it.
 */
export const changeRequisitesWorkflow = createWorkflow("change-requisites", (input: AdmitApplicantInput) => {
  const change = readChangeStep(input)
  when({ change }, (data) => !data.change.is_erp_owned).then(() => {
    const added = addBankAccountsStep(transform({ change }, ({ change: { legal_entity_id, accounts } }) => ({ legal_entity_id, accounts })))
    const entries = transform({ input, change, added }, (data) =>
      data.added.map(({ id, bic, account }) => ({
        actor: data.input.actor,
        action: "bank_account.created",
        subject_type: "bank_account",
        subject_id: id,
        legal_entity_id: data.change.legal_entity_id,
        after: { bic, account },
      }))
    )
    recordAuditStep(entries)
    updateRequisitesWorkflow.runAsStep({
      input: transform({ input, change }, (data) => ({
        id: data.change.legal_entity_id,
        change: data.change.texts,
        actor: data.input.actor,
      })),
    })
  })
  // Texts of the portal's own entity are queued where they are written.
  when("queue", { change }, ({ change: { is_erp_owned, accounts } }) => is_erp_owned || accounts.length > 0).then(() => {
    queueForErpStep(
      transform({ change }, ({ change: { legal_entity_id, is_erp_owned, wish } }) => ({
        kind: "legal_entity" as const,
        subject_id: legal_entity_id,
        ...(is_erp_owned ? { payload: wish } : { only_again: true }),
      }))
    )
  })
  return new WorkflowResponse(transform({ change }, (data) => ({ is_done: !data.change.is_erp_owned })))
})
