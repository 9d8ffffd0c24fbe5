import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../audit/steps/record-audit"
import { assignManagerWorkflow } from "../company/assign-manager"
import { queueForErpStep } from "../erp/steps/queue-for-erp"
import { admitPersonWorkflow } from "./admit-person"
import { createAppliedEntityStep } from "./steps/create-applied-entity"
import { planAdmissionStep, type AdmissionInput } from "./steps/plan-admission"
import { setApplicationResultStep } from "./steps/set-application-result"

export type AdmitApplicantInput = AdmissionInput & { actor: Actor }

/** Makes what an accepted application asks for: the entity, unless one is named, the person in it, its manager, and its place on the way to the ERP. */
export const admitApplicantWorkflow = createWorkflow("admit-applicant", (input: AdmitApplicantInput) => {
  const plan = planAdmissionStep(input)
  const made = when({ plan }, (data) => data.plan.attach === null).then(() => {
    const entity = createAppliedEntityStep(
      transform({ plan }, ({ plan: { application, holding_id } }) => ({ requisites: application.requisites, holding_id }))
    )
    const entry = transform({ input, plan, entity }, (data) => ({
      actor: data.input.actor,
      action: "legal_entity.created",
      subject_type: "legal_entity",
      subject_id: data.entity.id,
      legal_entity_id: data.entity.id,
      after: { ...data.plan.application.requisites, state: "applied" },
    }))
    recordAuditStep(entry)
    return entity
  })
  const entity = transform({ plan, made }, (data) => ({ id: data.plan.attach?.id ?? data.made?.id ?? "" }))
  const employee = admitPersonWorkflow.runAsStep({
    input: transform({ input, plan, entity }, ({ input: { actor }, plan: { application, role }, entity }) => ({
      employee_id: application.employee_id,
      person: {
        name: application.applicant_name,
        email: application.applicant_email,
        phone: application.applicant_phone,
        role,
        legal_entity_id: entity.id,
      },
      actor,
    })),
  })
  when({ plan }, (data) => data.plan.manager !== null).then(() => {
    assignManagerWorkflow.runAsStep({
      input: transform({ input, plan, entity }, (data) => ({
        client: { legal_entity_id: data.entity.id },
        user_id: data.plan.manager?.user_id ?? "",
        role: data.plan.manager?.role ?? "manager",
        actor: data.input.actor,
      })),
    })
  })
  setApplicationResultStep(
    transform({ input, plan, entity, employee }, (data) => ({
      id: data.input.id,
      legal_entity_id: data.entity.id,
      holding_id: data.plan.holding_id,
      employee_id: data.employee.id,
    }))
  )
  when({ plan }, (data) => data.plan.attach === null).then(() => {
    queueForErpStep(transform({ entity }, (data) => ({ kind: "legal_entity" as const, subject_id: data.entity.id })))
  })
  return new WorkflowResponse(
    transform({ plan, entity }, (data) => ({ legal_entity_id: data.entity.id, is_done: data.plan.attach?.is_active ?? false }))
  )
})
