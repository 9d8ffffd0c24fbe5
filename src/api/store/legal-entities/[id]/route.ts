import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { legalEntityParts } from "../../../../database/queries/legal-entity-parts"
import { COMPANY_MODULE } from "../../../../modules/company"
import { presentBankAccount, presentRequisites } from "../../../../modules/company/rules/present-requisites"
import type CompanyModuleService from "../../../../modules/company/service"
import { requireReach } from "../../../dealer-scope"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  if (!requireReach(req, "entity", "view").entity_ids.includes(id)) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `LegalEntity with id: ${id} was not found`)
  }
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [entity, parts] = await Promise.all([
    req.scope.resolve<CompanyModuleService>(COMPANY_MODULE).retrieveLegalEntity(id),
    legalEntityParts(db, { legal_entity_id: id }),
  ])
  res.json({
    legal_entity: {
      ...presentRequisites(entity),
      bank_accounts: parts.bank_accounts.map(presentBankAccount),
      managers: parts.managers.map(({ name, email, role }) => ({ name, email, role })),
    },
  })
}
