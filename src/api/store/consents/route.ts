import { dealerOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../modules/company"
import type CompanyModuleService from "../../../modules/company/service"
import { giveConsentWorkflow } from "../../../workflows/company/give-consent"
import type { StoreGiveConsent, StoreListConsents } from "./validators"

interface GivenConsent {
  id: string
  purpose: string
  document_version: string
  given_at: Date
}

const present = ({ id, purpose, document_version, given_at }: GivenConsent) => ({ id, purpose, document_version, given_at })

export async function GET(req: MedusaRequest<unknown, StoreListConsents>, res: MedusaResponse): Promise<void> {
  const { limit, offset } = req.validatedQuery
  const company = req.scope.resolve<CompanyModuleService>(COMPANY_MODULE)
  const [consents, count] = await company.listAndCountConsents(
    { employee_id: dealerOf(req).employee_id },
    { order: { given_at: "DESC", id: "ASC" }, take: limit, skip: offset }
  )
  res.json({ consents: consents.map(present), count, offset, limit })
}

export async function POST(req: MedusaRequest<StoreGiveConsent>, res: MedusaResponse): Promise<void> {
  const { employee_id, actor } = dealerOf(req)
  const { result } = await giveConsentWorkflow(req.scope).run({ input: { ...req.validatedBody, person: { employee_id }, actor } })
  res.json({ consent: present(result) })
}
