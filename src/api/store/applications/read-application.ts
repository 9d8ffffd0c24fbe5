import { dealerOf, type RightAction } from "@kontor/framework"
import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { applicationCardOfDealer } from "../../../database/applications/application-card"
import type { ApplicationReach } from "../../../database/applications/application-scope"
import { requireReach } from "../../dealer-scope"
import { presentApplication } from "../../present-application"

/** The applications that the signed-in employee reaches with a right. */
export function applicationReach(req: MedusaRequest, action: RightAction): ApplicationReach {
  const { entity_ids, customer_id } = requireReach(req, "application", action)
  return { employee_id: dealerOf(req).employee_id, is_own: customer_id !== null, entity_ids }
}

/** An application within reach. NOT_FOUND out of it, as if it did not exist. Who of the staff has it is not told. */
export async function readApplication(req: MedusaRequest, id: string, action: RightAction) {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const card = await applicationCardOfDealer(db, { ...applicationReach(req, action), id })
  if (!card) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Application with id: ${id} was not found`)
  }
  const { events, ...application } = presentApplication(card)
  return { ...application, events: events.filter(({ kind }) => kind !== "assigned") }
}
