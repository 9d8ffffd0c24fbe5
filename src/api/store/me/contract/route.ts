import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { switchActiveContractWorkflow } from "../../../../workflows/company/switch-active-contract"
import { dealerOf } from "../../../dealer-scope"
import { readMe } from "../read-me"
import type { StoreSwitchContract } from "../validators"

export async function POST(req: MedusaRequest<StoreSwitchContract>, res: MedusaResponse): Promise<void> {
  const dealer = dealerOf(req)
  const { contract_id } = req.validatedBody
  await switchActiveContractWorkflow(req.scope).run({
    input: { employee_id: dealer.employee_id, contract_id, visible_entity_ids: dealer.visible_entity_ids, actor: dealer.actor },
  })
  res.json(await readMe(req.scope, dealer, contract_id))
}
