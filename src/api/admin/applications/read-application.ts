import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { applicationCard, similarEntities } from "../../../database/applications/application-card"
import { requisiteChecks } from "../../../modules/company/rules/application-requisites"
import { managerScopeOf } from "../../manager-scope"
import { presentApplication } from "../../present-application"

/** The card of an application for the staff. The guard of the path has looked whether it is the manager's. NOT_FOUND for an unknown id. */
export async function readApplication(req: MedusaRequest) {
  const id = req.params.id ?? ""
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const card = await applicationCard(db, { id })
  if (!card) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Application with id: ${id} was not found`)
  }
  const { manager, holding_id, erp, requisites, legal_entity } = card
  const similar = await similarEntities(db, { ...managerScopeOf(req), inn: requisites.inn, except_id: legal_entity?.id ?? null })
  return { ...presentApplication(card), manager, holding_id, erp, similar, checks: requisiteChecks(requisites) }
}
