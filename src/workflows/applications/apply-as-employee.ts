import type { DealerScope } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { SubmittedApplication } from "../../database/applications/submit-application"
import { COMPANY_MODULE } from "../../modules/company"
import type { ApplicationRequisites } from "../../modules/company/rules/application-requisites"
import type CompanyModuleService from "../../modules/company/service"
import type { UploadedFile } from "./store-files"
import { submitApplication } from "./submit-application"

export interface EmployeeApplication {
  kind: "legal_entity"
  requisites: ApplicationRequisites
  comment: string | null
  dealer: DealerScope
  uploads: UploadedFile[]
}

/** An employee applies on behalf of the entity he works for at the moment; the new one is to belong to its holding. */
export async function applyAsEmployee(
  container: MedusaContainer,
  { kind, requisites, comment, dealer, uploads }: EmployeeApplication
): Promise<SubmittedApplication> {
  const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  const { name, email, phone } = await company.retrieveEmployee(dealer.employee_id, { select: ["name", "email", "phone"] })
  const from_entity_id = dealer.legal_entity_id ?? dealer.member_entity_ids[0] ?? null
  const [from] = from_entity_id ? await company.listLegalEntities({ id: from_entity_id }, { select: ["holding_id"], take: 1 }) : []
  return submitApplication(container, {
    application: {
      ...{ kind, requisites, comment, from_entity_id, employee_id: dealer.employee_id },
      applicant: { name, email, phone },
      legal_entity_id: null,
      holding_id: from?.holding_id ?? null,
      consent_version: null,
    },
    uploads,
    actor: dealer.actor,
  })
}
