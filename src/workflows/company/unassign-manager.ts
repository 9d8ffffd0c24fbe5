import type { Actor } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../modules/company"
import { refuseErpOwned } from "../../modules/company/rules/refuse-erp-owned"
import type CompanyModuleService from "../../modules/company/service"
import { recordAuditStep } from "../audit/steps/record-audit"
import type { ManagedClient } from "./assign-manager"

export interface UnassignManagerInput {
  client: ManagedClient
  assignment_id: string
  actor: Actor
}

const unassignManagerStep = createStep(
  "unassign-manager",
  async ({ client, assignment_id }: Omit<UnassignManagerInput, "actor">, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const [known] = await company.listManagerAssignments({ id: assignment_id, ...client }, { take: 1 })
    if (!known) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `ManagerAssignment with id: ${assignment_id} was not found`)
    }
    refuseErpOwned("Assignment", known)
    await company.softDeleteManagerAssignments([assignment_id])
    const { user_id, role } = known
    return new StepResponse({ user_id, role }, assignment_id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).restoreManagerAssignments([id])
    }
  }
)

/** Takes a client from a user. `erp_owned` for an assignment that the ERP made. */
export const unassignManagerWorkflow = createWorkflow("unassign-manager", (input: UnassignManagerInput) => {
  const before = unassignManagerStep({ client: input.client, assignment_id: input.assignment_id })
  const entry = transform({ input, before }, (data) => ({
    actor: data.input.actor,
    action: "manager_assignment.deleted",
    subject_type: "manager_assignment",
    subject_id: data.input.assignment_id,
    legal_entity_id: "legal_entity_id" in data.input.client ? data.input.client.legal_entity_id : null,
    before: { ...data.input.client, ...data.before },
  }))
  recordAuditStep(entry)
  return new WorkflowResponse(before)
})
