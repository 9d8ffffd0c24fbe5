import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../../modules/company"
import type CompanyModuleService from "../../../modules/company/service"

export interface NewEmployeeReference {
  email: string
  legal_entity_id: string
}

/**
 * Throws NOT_FOUND for an unknown entity and NOT_ALLOWED (`employee_email_taken`) for an address that is in use; Medusa overwrites the code
 * of a DUPLICATE_ERROR.
 */
export const validateNewEmployeeStep = createStep(
  "validate-new-employee",
  async ({ email, legal_entity_id }: NewEmployeeReference, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    await company.retrieveLegalEntity(legal_entity_id, { select: ["id"] })
    const [standing] = await company.listEmployees({ email }, { select: ["id"], take: 1 })
    if (standing) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `${email} already belongs to employee ${standing.id}.`, "employee_email_taken")
    }
    return new StepResponse(undefined)
  }
)
