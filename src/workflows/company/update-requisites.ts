import type { Actor } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../modules/company"
import { changedFields } from "../../modules/company/rules/changed-fields"
import { refuseErpOwned } from "../../modules/company/rules/refuse-erp-owned"
import { requisiteFaults } from "../../modules/company/rules/requisite-faults"
import type CompanyModuleService from "../../modules/company/service"
import { recordAuditStep } from "../audit/steps/record-audit"
import { queueForErpStep } from "../erp/steps/queue-for-erp"

type Text = string | null | undefined

export interface RequisitesChange {
  name?: string | undefined
  official_name?: Text
  inn?: Text
  kpp?: Text
  ogrn?: Text
  okpo?: Text
  address?: Text
  actual_address?: Text
  postal_address?: Text
  phone?: Text
  email?: Text
}

export interface UpdateRequisitesInput {
  id: string
  change: RequisitesChange
  actor: Actor
}

const updateRequisitesStep = createStep(
  "update-requisites",
  async ({ id, change }: Omit<UpdateRequisitesInput, "actor">, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const known = await company.retrieveLegalEntity(id)
    refuseErpOwned("Legal entity", known)
    const [fault] = requisiteFaults(change)
    if (fault) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `${fault.field} ${fault.value} cannot be right.`, fault.code)
    }
    const { before, after } = changedFields(known, change)
    if (Object.keys(after).length === 0) {
      return new StepResponse({ before, after }, null)
    }
    await company.updateLegalEntities({ id, ...after })
    return new StepResponse({ before, after }, { id, ...before })
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).updateLegalEntities(before)
    }
  }
)

/**
 * Corrects an entity that was made here, and tells an ERP that was told of it before; what changes nothing is neither told nor logged.
 * `erp_owned` once it is the ERP's; `inn_invalid` and the like for a number that cannot be right.
 */
export const updateRequisitesWorkflow = createWorkflow("update-requisites", (input: UpdateRequisitesInput) => {
  const change = updateRequisitesStep({ id: input.id, change: input.change })
  when({ change }, (data) => Object.keys(data.change.after).length > 0).then(() => {
    queueForErpStep({ kind: "legal_entity", subject_id: input.id, only_again: true })
    const entry = transform({ input, change }, (data) => ({
      actor: data.input.actor,
      action: "legal_entity.updated",
      subject_type: "legal_entity",
      subject_id: data.input.id,
      legal_entity_id: data.input.id,
      before: data.change.before,
      after: data.change.after,
    }))
    recordAuditStep(entry)
  })
  return new WorkflowResponse(change)
})
