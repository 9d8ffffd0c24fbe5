import type { MedusaRequest } from "@medusajs/framework/http"
import type { Reach } from "../../../modules/company/rules/reach-of-scope"
import { requireContract, requireReach } from "../../dealer-scope"

/** Whose orders count: those of the entity of the active contract, as far as who asks may see them. */
export function boughtBy(req: Pick<MedusaRequest, "dealer" | "path">): Reach {
  const { entity_ids, customer_id } = requireReach(req, "order", "view")
  const { legal_entity_id } = requireContract(req)
  return { entity_ids: entity_ids.filter((id) => id === legal_entity_id), customer_id }
}
