import { dealerOf, type RightAction } from "@kontor/framework"
import type { MedusaRequest } from "@medusajs/framework/http"
import type { Changer } from "../../../../modules/company/rules/colleague-change"
import { requireReach } from "../../../dealer-scope"

/** Who asks to change people: with his rights, within the entities where he may do this. */
export function changerOf(req: Pick<MedusaRequest, "dealer" | "path">, action: RightAction): Changer {
  return { rights: dealerOf(req).rights, entity_ids: requireReach(req, "person", action).entity_ids }
}
