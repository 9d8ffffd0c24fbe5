import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../../modules/company"
import type CompanyModuleService from "../../../modules/company/service"

/** The active person with an address; id null when there is none. */
export const findActiveEmployeeStep = createStep("find-active-employee", async ({ email }: { email: string }, { container }) => {
  const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  const [employee] = await company.listEmployees({ email, state: "active" }, { select: ["id"], take: 1 })
  return new StepResponse({ id: employee?.id ?? null })
})
