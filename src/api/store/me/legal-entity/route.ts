import { dealerOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { workableEntityIds } from "../../../../modules/company/rules/reach-of-scope"
import { pickContractOfEntity } from "../../../../workflows/company/pick-contract-of-entity"
import { switchContract } from "../switch-contract"
import type { StoreSwitchLegalEntity } from "../validators"

export async function POST(req: MedusaRequest<StoreSwitchLegalEntity>, res: MedusaResponse): Promise<void> {
  const { legal_entity_id } = req.validatedBody
  const contractId = await pickContractOfEntity(req.scope, { legal_entity_id, entity_ids: workableEntityIds(dealerOf(req)) })
  res.json(await switchContract(req, contractId))
}
