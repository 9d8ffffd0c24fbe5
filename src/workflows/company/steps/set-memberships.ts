import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../../modules/company"
import type CompanyModuleService from "../../../modules/company/service"

export interface MembershipsChange {
  employee_id: string
  entity_ids: string[]
  default_entity_id: string
}

/** Sets the entities a person works for; undone by setting those of before. */
export const setMembershipsStep = createStep(
  "set-memberships",
  async ({ employee_id, ...wanted }: MembershipsChange, { container }) => {
    const before = await container.resolve<CompanyModuleService>(COMPANY_MODULE).setMemberships(employee_id, wanted)
    const { entity_ids, default_entity_id } = before
    return new StepResponse({ entity_ids, default_entity_id }, { employee_id, ...before })
  },
  async (before, { container }) => {
    if (before) {
      const { employee_id, ...wanted } = before
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).setMemberships(employee_id, wanted)
    }
  }
)
