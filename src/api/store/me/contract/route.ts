import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { workableEntityIds } from "../../../../modules/company/rules/reach-of-scope"
import { switchActiveContractWorkflow } from "../../../../workflows/company/switch-active-contract"
import { dealerOf } from "../../../dealer-scope"
import { readMe } from "../read-me"
import type { StoreSwitchContract } from "../validators"

export async function POST(req: MedusaRequest<StoreSwitchContract>, res: MedusaResponse): Promise<void> {
  const dealer = dealerOf(req)
  const { contract_id } = req.validatedBody
  await switchActiveContractWorkflow(req.scope).run({
    input: { employee_id: dealer.employee_id, contract_id, entity_ids: workableEntityIds(dealer), actor: dealer.actor },
  })
  res.json(await readMe(req.scope, dealer, contract_id))
}
