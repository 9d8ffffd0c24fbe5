import type { Actor } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { COMPANY_MODULE } from "../../modules/company"
import { CompanyEvents } from "../../modules/company/events"
import { decideEntityState } from "../../modules/company/rules/decide-entity-state"
import type CompanyModuleService from "../../modules/company/service"
import { recordAuditStep } from "../audit/steps/record-audit"

export interface SetLegalEntityStateInput {
  id: string
  state: "active" | "blocked"
  /** For people; the dealer may be told it. */
  reason: string
  actor: Actor
}

/** Undone by writing back what stood there. */
const setLegalEntityStateStep = createStep(
  "set-legal-entity-state-record",
  async ({ id, state, reason }: SetLegalEntityStateInput, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const standing = await company.retrieveLegalEntity(id)
    const before = { state: standing.state, state_reason: standing.state_reason, state_source: standing.state_source }
    const decision = decideEntityState(standing, state)
    if (decision.kind === "refused") {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, decision.message, decision.code)
    }
    if (decision.kind === "nothing_to_do") {
      return new StepResponse({ before, is_changed: false }, null)
    }
    await company.updateLegalEntities({ id, state, state_reason: reason, state_source: "portal" })
    return new StepResponse({ before, is_changed: true }, { id, ...before })
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).updateLegalEntities(before)
    }
  }
)

/**
 * Activates or blocks a legal entity by the hand of the staff. Nothing can be ordered for a blocked one from the next request on. Refused
 * with `erp_owned` for a block of the ERP, `entity_closed` for a closed one; the state that it has already changes nothing.
 */
export const setLegalEntityStateWorkflow = createWorkflow("set-legal-entity-state", (input: SetLegalEntityStateInput) => {
  const { before, is_changed } = setLegalEntityStateStep(input)
  when({ is_changed }, (data) => data.is_changed).then(() => {
    const eventName = transform({ input }, (data) =>
      data.input.state === "blocked" ? CompanyEvents.LEGAL_ENTITY_BLOCKED : CompanyEvents.LEGAL_ENTITY_ACTIVATED
    )
    const entry = transform({ input, before, eventName }, (data) => ({
      actor: data.input.actor,
      action: data.eventName,
      subject_type: "legal_entity",
      subject_id: data.input.id,
      legal_entity_id: data.input.id,
      before: { state: data.before.state, state_reason: data.before.state_reason },
      after: { state: data.input.state, state_reason: data.input.reason },
    }))
    recordAuditStep(entry)
    emitEventStep({ eventName, data: { id: input.id } })
  })
  return new WorkflowResponse(undefined)
})
