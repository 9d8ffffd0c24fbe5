import type { Actor } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../modules/company"
import type CompanyModuleService from "../../modules/company/service"
import { recordAuditStep } from "../audit/steps/record-audit"
import { queueForErpStep } from "../erp/steps/queue-for-erp"

export interface NewDeliveryPoint {
  legal_entity_id: string
  kind: "delivery_point" | "consignee"
  name: string
  address?: string | null | undefined
  contact?: string | null | undefined
  phone?: string | null | undefined
  comment?: string | null | undefined
}

export interface CreateDeliveryPointInput {
  point: NewDeliveryPoint
  /** The entities for which the actor may do it. */
  entity_ids: string[]
  actor: Actor
}

const createDeliveryPointStep = createStep(
  "create-delivery-point",
  async ({ point, entity_ids }: Omit<CreateDeliveryPointInput, "actor">, { container }) => {
    if (!entity_ids.includes(point.legal_entity_id)) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `LegalEntity with id: ${point.legal_entity_id} was not found`)
    }
    const created = await container.resolve<CompanyModuleService>(COMPANY_MODULE).createDeliveryPoints({ ...point, source: "portal" })
    return new StepResponse(created, created.id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).deleteDeliveryPoints(id)
    }
  }
)

/**
 * Adds a delivery point or a consignee to an entity, and tells the ERP; it belongs to the portal until the ERP names it. NOT_FOUND outside
 * `entity_ids`.
 */
export const createDeliveryPointWorkflow = createWorkflow("create-delivery-point", (input: CreateDeliveryPointInput) => {
  const point = createDeliveryPointStep({ point: input.point, entity_ids: input.entity_ids })
  queueForErpStep({ kind: "delivery_point", subject_id: point.id })
  const entry = transform({ input, point }, (data) => ({
    actor: data.input.actor,
    action: "delivery_point.created",
    subject_type: "delivery_point",
    subject_id: data.point.id,
    legal_entity_id: data.point.legal_entity_id,
    after: data.input.point,
  }))
  recordAuditStep(entry)
  return new WorkflowResponse(point)
})
