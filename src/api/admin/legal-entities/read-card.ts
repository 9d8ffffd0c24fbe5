import { today } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { contractTermsOfEntity } from "../../../database/queries/contract-terms-of-entity"
import { legalEntityParts } from "../../../database/queries/legal-entity-parts"
import { listContractsOfEntities } from "../../../database/queries/list-contracts-of-entities"
import { COMPANY_MODULE } from "../../../modules/company"
import { presentContract } from "../../../modules/company/rules/present-contract"
import { presentBankAccount, presentRequisites } from "../../../modules/company/rules/present-requisites"
import { requisiteFaults } from "../../../modules/company/rules/requisite-faults"
import type CompanyModuleService from "../../../modules/company/service"
import { presentEmployee, presentLegalEntity } from "./present-legal-entity"

/** The card of a client as staff see it. Throws NOT_FOUND for an unknown id. */
export async function readCard(container: MedusaContainer, id: string) {
  const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const entity = await company.retrieveLegalEntity(id, { relations: ["holding", "memberships", "memberships.employee"] })
  const [contracts, terms, parts] = await Promise.all([
    listContractsOfEntities(db, { legal_entity_ids: [id] }),
    contractTermsOfEntity(db, { legal_entity_id: id }),
    legalEntityParts(db, { legal_entity_id: id }),
  ])
  const day = today()
  return {
    ...presentRequisites(entity),
    ...presentLegalEntity(entity),
    faults: requisiteFaults(entity).map(({ code }) => code),
    ...parts,
    bank_accounts: parts.bank_accounts.map(presentBankAccount),
    contracts: contracts.map((contract) => ({ ...presentContract(contract, day), terms: terms.get(contract.id) ?? null })),
    employees: entity.memberships.map(({ employee, is_default }) => ({ ...presentEmployee(employee), is_default })),
  }
}
