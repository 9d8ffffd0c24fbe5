import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../../../modules/company"
import type CompanyModuleService from "../../../../../modules/company/service"
import { setLegalEntityStateWorkflow } from "../../../../../workflows/company/set-legal-entity-state"
import { presentLegalEntity } from "../../present-legal-entity"
import type { AdminSetLegalEntityState } from "../../workplace-validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminSetLegalEntityState>, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await setLegalEntityStateWorkflow(req.scope).run({ input: { id, ...req.validatedBody, actor: actorOf(req) } })
  const entity = await req.scope.resolve<CompanyModuleService>(COMPANY_MODULE).retrieveLegalEntity(id, { relations: ["holding"] })
  res.json({ legal_entity: presentLegalEntity(entity) })
}
