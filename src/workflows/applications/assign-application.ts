import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { assignApplication, assignApplicationBack } from "../../database/applications/assign-application"
import { CompanyEvents } from "../../modules/company/events"
import { recordAuditStep } from "../audit/steps/record-audit"

export interface AssignApplicationInput {
  id: string
  /** A user of the admin; null takes it from whoever has it. */
  user_id: string | null
  actor: Actor
}

const assignApplicationStep = createStep(
  "assign-application",
  async ({ id, user_id, actor }: AssignApplicationInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const assigned = await assignApplication(db, { id, user_id, actor_name: actor.name })
    return new StepResponse(assigned, { id, ...assigned })
  },
  async (assigned, { container }) => {
    if (assigned?.event_id) {
      await assignApplicationBack(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { ...assigned, event_id: assigned.event_id })
    }
  }
)

/** Gives an application to a user, who is told of it after the answer. NOT_FOUND `user_unknown` for an id of nobody. */
export const assignApplicationWorkflow = createWorkflow("assign-application", (input: AssignApplicationInput) => {
  const assigned = assignApplicationStep(input)
  when({ assigned }, (data) => data.assigned.event_id !== null).then(() => {
    const entry = transform({ input, assigned }, (data) => ({
      actor: data.input.actor,
      action: CompanyEvents.APPLICATION_ASSIGNED,
      subject_type: "application",
      subject_id: data.input.id,
      legal_entity_id: data.assigned.legal_entity_id,
      before: { manager_user_id: data.assigned.before_user_id },
      after: { manager_user_id: data.input.user_id },
    }))
    recordAuditStep(entry)
  })
  when({ input, assigned }, (data) => data.assigned.event_id !== null && data.input.user_id !== null).then(() => {
    const data = transform({ input, assigned }, (told) => ({ id: told.input.id, event_id: told.assigned.event_id ?? "" }))
    emitEventStep({ eventName: CompanyEvents.APPLICATION_ASSIGNED, data })
  })
  return new WorkflowResponse(assigned)
})
