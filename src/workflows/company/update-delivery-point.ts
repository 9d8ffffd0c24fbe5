import type { Actor } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../modules/company"
import { changedFields } from "../../modules/company/rules/changed-fields"
import { refuseErpOwned } from "../../modules/company/rules/refuse-erp-owned"
import type CompanyModuleService from "../../modules/company/service"
import { recordAuditStep } from "../audit/steps/record-audit"
import { queueForErpStep } from "../erp/steps/queue-for-erp"

export interface DeliveryPointChange {
  name?: string | undefined
  address?: string | null | undefined
  contact?: string | null | undefined
  phone?: string | null | undefined
  comment?: string | null | undefined
  is_active?: boolean | undefined
}

export interface UpdateDeliveryPointInput {
  id: string
  change: DeliveryPointChange
  /** The entities for which the actor may do it. */
  entity_ids: string[]
  actor: Actor
}

const updateDeliveryPointStep = createStep(
  "update-delivery-point",
  async ({ id, change, entity_ids }: Omit<UpdateDeliveryPointInput, "actor">, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const [known] = await company.listDeliveryPoints({ id, legal_entity_id: entity_ids }, { take: 1 })
    if (!known) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `DeliveryPoint with id: ${id} was not found`)
    }
    refuseErpOwned("Delivery point", known)
    const { before, after } = changedFields(known, change)
    if (Object.keys(after).length === 0) {
      return new StepResponse({ point: known, before, after }, null)
    }
    const point = await company.updateDeliveryPoints({ id, ...after })
    return new StepResponse({ point, before, after }, { id, ...before })
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).updateDeliveryPoints(before)
    }
  }
)

/**
 * Changes a delivery point, or takes it out of use, and tells the ERP; what changes nothing is neither told nor logged. NOT_FOUND outside
 * `entity_ids`; `erp_owned` for one that the ERP changes.
 */
export const updateDeliveryPointWorkflow = createWorkflow("update-delivery-point", (input: UpdateDeliveryPointInput) => {
  const { point, before, after } = updateDeliveryPointStep({ id: input.id, change: input.change, entity_ids: input.entity_ids })
  when({ after }, (data) => Object.keys(data.after).length > 0).then(() => {
    queueForErpStep({ kind: "delivery_point", subject_id: input.id })
    const entry = transform({ input, point, before, after }, (data) => ({
      actor: data.input.actor,
      action: "delivery_point.updated",
      subject_type: "delivery_point",
      subject_id: data.point.id,
      legal_entity_id: data.point.legal_entity_id,
      before: data.before,
      after: data.after,
    }))
    recordAuditStep(entry)
  })
  return new WorkflowResponse(point)
})
