import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../../modules/company"
import type { ApplicationRequisites } from "../../../modules/company/rules/application-requisites"
import type CompanyModuleService from "../../../modules/company/service"

export interface AppliedEntity {
  requisites: ApplicationRequisites
  holding_id: string | null
}

/** Makes the entity of an accepted application; it waits for the ERP. Undone by removing it with its accounts. */
export const createAppliedEntityStep = createStep(
  "create-applied-entity",
  async ({ requisites, holding_id }: AppliedEntity, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const { bank_accounts = [], ...texts } = requisites
    const entity = await company.createAppliedEntity({ ...texts, holding_id }, bank_accounts)
    return new StepResponse({ id: entity.id }, entity.id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).deleteAppliedEntity(id)
    }
  }
)
