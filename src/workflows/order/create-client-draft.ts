import type { Actor, AuditInput } from "@kontor/framework"
import { OrderStatus } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { createOrderWorkflow } from "@medusajs/medusa/core-flows"
import { recordAuditStep } from "../audit/steps/record-audit"
import { ensureCustomerStep } from "../company/steps/ensure-customer"
import { type DraftFor, findDraftPartiesStep } from "./steps/find-draft-parties"

/** A draft order for a person of a legal entity under one of its contracts; lines are added in Medusa's own screen. */
export const createClientDraftWorkflow = createWorkflow("create-client-draft", (input: WorkflowData<DraftFor & { actor: Actor }>) => {
  const parties = findDraftPartiesStep(input)
  const person = transform({ input, parties }, ({ input: { employee_id }, parties: { name, email, phone } }) => ({
    employee_id,
    name,
    email,
    phone,
  }))
  const { customer_id } = ensureCustomerStep(person)
  const draft = transform(
    { input, parties, customer_id },
    ({ input: { contract_id }, parties: { region_id, currency_code, email }, customer_id }) => ({
      ...{ status: OrderStatus.DRAFT, is_draft_order: true, region_id, currency_code, customer_id, email, items: [] },
      additional_data: { contract_id },
    })
  )
  const order = createOrderWorkflow.runAsStep({ input: draft })
  const entry = transform({ input, order }, ({ input: { actor, legal_entity_id, contract_id, employee_id }, order }): AuditInput => ({
    ...{ actor, action: "draft_order.created", subject_type: "order", subject_id: order.id, legal_entity_id },
    after: { contract_id, employee_id },
  }))
  recordAuditStep(entry)
  return new WorkflowResponse(transform({ order }, ({ order }) => ({ id: order.id })))
})
