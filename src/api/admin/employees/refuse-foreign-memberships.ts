import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { colleagueFacts } from "../../../database/people/colleague-facts"
import { entitiesOutOfScope } from "../../../database/queries/entities-out-of-scope"
import { managerScopeOf } from "../../manager-scope"

/**
 * A manager ties people to his own clients only, and from his own clients only: NOT_FOUND for another's entity that is named,
 * `person_out_of_reach` for one that would be left out.
 */
export async function refuseForeignMemberships(req: MedusaRequest, employee_id: string, entityIds: string[]): Promise<void> {
  const scope = managerScopeOf(req)
  if (scope.sees_all) {
    return
  }
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const standing = (await colleagueFacts(db, { employee_id }))?.entity_ids ?? []
  const foreign = await entitiesOutOfScope(db, { ids: [...new Set([...entityIds, ...standing])], scope })
  const named = foreign.find((id) => entityIds.includes(id))
  if (named !== undefined) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `LegalEntity with id: ${named} was not found`)
  }
  if (foreign.length > 0) {
    const message = "This person also works for clients of another manager: only a head of sales may say where he works."
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "person_out_of_reach")
  }
}
