import type { Actor } from "@kontor/framework"
import { transform, when, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { MovedApplication } from "../../database/applications/move-application"
import { CompanyEvents } from "../../modules/company/events"
import { recordAuditStep } from "../audit/steps/record-audit"

/** What became of an application is announced under this name. */
const EVENTS = {
  more_requested: CompanyEvents.APPLICATION_MORE_REQUESTED,
  submitted: CompanyEvents.APPLICATION_ANSWERED,
  accepted: CompanyEvents.APPLICATION_ACCEPTED,
  declined: CompanyEvents.APPLICATION_DECLINED,
  completed: CompanyEvents.APPLICATION_COMPLETED,
} as const

/** The last steps of a workflow that moves an application: the entry of the log and the event, unless nothing has changed. */
export function recordMove(input: { actor: WorkflowData<Actor> | Actor; moved: WorkflowData<MovedApplication> }): void {
  when({ moved: input.moved }, ({ moved }) => moved.changed !== null).then(() => {
    const eventName = transform({ moved: input.moved }, ({ moved }) => EVENTS[moved.state])
    const entry = transform({ ...input, eventName }, ({ actor, moved, eventName }) => ({
      actor,
      action: eventName,
      subject_type: "application",
      subject_id: moved.id,
      legal_entity_id: moved.legal_entity_id,
      before: { state: moved.changed?.before.state ?? null },
      after: { state: moved.state },
    }))
    recordAuditStep(entry)
    const data = transform({ moved: input.moved }, ({ moved }) => ({ id: moved.id, event_id: moved.changed?.event_id ?? "" }))
    emitEventStep({ eventName, data })
  })
}
