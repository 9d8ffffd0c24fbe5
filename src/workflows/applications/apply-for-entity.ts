import type { DealerScope } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { NewApplication, SubmittedApplication } from "../../database/applications/submit-application"
import { COMPANY_MODULE } from "../../modules/company"
import type { ApplicationRequisites } from "../../modules/company/rules/application-requisites"
import type CompanyModuleService from "../../modules/company/service"
import type { UploadedFile } from "../files/store-private-file"
import { submitApplication } from "./submit-application"

/** What an employee sends. */
export interface EmployeeForm {
  requisites: ApplicationRequisites
  comment: string | null
  dealer: DealerScope
  uploads: UploadedFile[]
}

/** An employee applies for a further entity. It is to belong to the holding of the one for which he works at the moment. */
export async function applyForEntity(
  container: MedusaContainer,
  { requisites, comment, dealer, uploads }: EmployeeForm
): Promise<SubmittedApplication> {
  const applicant = await applicantOf(container, dealer)
  const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  const { from_entity_id } = applicant
  const [from] = from_entity_id ? await company.listLegalEntities({ id: from_entity_id }, { select: ["holding_id"], take: 1 }) : []
  return submitApplication(container, {
    application: {
      ...{ ...applicant, kind: "legal_entity", requisites, comment },
      ...{ legal_entity_id: null, former: null, holding_id: from?.holding_id ?? null },
    },
    uploads,
    actor: dealer.actor,
  })
}

type Applicant = Pick<NewApplication, "applicant" | "employee_id" | "from_entity_id" | "consent_version">

/** The employee as an applicant. He has agreed to the documents when he was given access. */
export async function applicantOf(container: MedusaContainer, dealer: DealerScope): Promise<Applicant> {
  const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  const { name, email, phone } = await company.retrieveEmployee(dealer.employee_id, { select: ["name", "email", "phone"] })
  return {
    applicant: { name, email, phone },
    employee_id: dealer.employee_id,
    from_entity_id: dealer.legal_entity_id ?? dealer.member_entity_ids[0] ?? null,
    consent_version: null,
  }
}
