import { dealerOf } from "@kontor/framework"
import type { MedusaRequest } from "@medusajs/framework/http"
import { workableEntityIds } from "../../../modules/company/rules/reach-of-scope"
import { switchActiveContractWorkflow } from "../../../workflows/company/switch-active-contract"
import { readMe } from "./read-me"

/** Switches the contract of who asks and tells where he stands now, and what changed in his carts. */
export async function switchContract(req: Pick<MedusaRequest, "scope" | "dealer" | "path">, contract_id: string) {
  const dealer = dealerOf(req)
  const { result } = await switchActiveContractWorkflow(req.scope).run({
    input: {
      employee_id: dealer.employee_id,
      customer_id: dealer.customer_id,
      contract_id,
      current_contract_id: dealer.contract?.id ?? null,
      entity_ids: workableEntityIds(dealer),
      actor: dealer.actor,
    },
  })
  return { ...(await readMe(req.scope, dealer, contract_id)), carts: result.carts }
}
