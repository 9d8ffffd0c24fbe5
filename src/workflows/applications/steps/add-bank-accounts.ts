import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../../modules/company"
import type { ApplicationBankAccount } from "../../../modules/company/rules/application-requisites"
import type CompanyModuleService from "../../../modules/company/service"

/** Adds accounts to an entity of the portal, where a new default is the only one; gives them, and is undone as if it had not been. */
export const addBankAccountsStep = createStep(
  "add-bank-accounts",
  async ({ legal_entity_id, accounts }: { legal_entity_id: string; accounts: ApplicationBankAccount[] }, { container }) => {
    const change = await container.resolve<CompanyModuleService>(COMPANY_MODULE).addBankAccounts(legal_entity_id, accounts)
    return new StepResponse(change.added, change)
  },
  async (change, { container }) => {
    if (change) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).removeAddedAccounts(change)
    }
  }
)
