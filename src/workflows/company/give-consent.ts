import type { Actor } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../modules/company"
import type CompanyModuleService from "../../modules/company/service"
import { recordAuditStep } from "../audit/steps/record-audit"
import { findOrCreate } from "./find-or-create"

export interface GiveConsentInput {
  /** Who agrees: an employee, or before he is one the address under which he writes. */
  person: { employee_id: string } | { email: string }
  purpose: string
  document_version: string
  actor: Actor
}

/** Where from is read off the actor: what a form says of itself proves nothing. */
const giveConsentStep = createStep(
  "give-consent",
  async ({ person, purpose, document_version, actor }: GiveConsentInput, { container }) => {
    if (actor.acting_for_employee_id !== null) {
      throw new MedusaError(MedusaError.Types.FORBIDDEN, "Only the person himself can agree for himself.", "refused_when_acting")
    }
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const who = "email" in person ? { email: person.email.trim().toLowerCase() } : person
    const what = { ...who, purpose, document_version }
    const { ip, user_agent } = actor
    const { row: consent, is_new } = await findOrCreate(
      async () => (await company.listConsents(what, { take: 1, order: { given_at: "ASC" } }))[0],
      () => company.createConsents({ ...what, given_at: new Date(), ip, user_agent })
    )
    return new StepResponse({ consent, is_new }, is_new ? consent.id : null)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).deleteConsents(id)
    }
  }
)

/**
 * Keeps that a person agreed to a version of a document. To agree again to the same version changes nothing: the first time counts.
 * FORBIDDEN `refused_when_acting` for staff who are signed in as him.
 */
export const giveConsentWorkflow = createWorkflow("give-consent", (input: GiveConsentInput) => {
  const { consent, is_new } = giveConsentStep(input)
  const entries = transform({ input, consent, is_new }, (data) =>
    data.is_new
      ? [
          {
            actor: data.input.actor,
            action: "consent.given",
            subject_type: "consent",
            subject_id: data.consent.id,
            after: { purpose: data.input.purpose, document_version: data.input.document_version },
          },
        ]
      : []
  )
  recordAuditStep(entries)
  return new WorkflowResponse(consent)
})
