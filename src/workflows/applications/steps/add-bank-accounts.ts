import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../../modules/company"
import type { ApplicationBankAccount } from "../../../modules/company/rules/application-requisites"
import type CompanyModuleService from "../../../modules/company/service"

/** Adds accounts to an entity of the portal; gives them, and is undone by removing them. */
export const addBankAccountsStep = createStep(
  "add-bank-accounts",
  async ({ legal_entity_id, accounts }: { legal_entity_id: string; accounts: ApplicationBankAccount[] }, { container }) => {
    const rows = accounts.map((account) => ({ ...account, legal_entity_id, source: "portal" as const }))
    const created = await container.resolve<CompanyModuleService>(COMPANY_MODULE).createBankAccounts(rows)
    const ids = created.map(({ id }) => id)
    return new StepResponse(
      created.map(({ id, bic, account }) => ({ id, bic, account })),
      ids
    )
  },
  async (ids, { container }) => {
    await container.resolve<CompanyModuleService>(COMPANY_MODULE).deleteBankAccounts(ids ?? [])
  }
)
