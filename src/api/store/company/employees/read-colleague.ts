import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { listColleagues } from "../../../../database/people/list-colleagues"
import type { PersonView } from "../../../../database/people/person-page"
import { requireReach } from "../../../dealer-scope"

/** One person within the reach of person.view; 404 otherwise. */
export async function readColleague(req: Pick<MedusaRequest, "dealer" | "path" | "scope">, employee_id: string): Promise<PersonView> {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const one = { employee_id, legal_entity_id: null, state: null, q: null, limit: 1, offset: 0 }
  const [employee] = (await listColleagues(db, { ...requireReach(req, "person", "view"), ...one })).employees
  if (!employee) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Employee with id ${employee_id} was not found`)
  }
  return employee
}
