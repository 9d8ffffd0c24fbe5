import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { PersonView } from "../../../database/people/person-page"
import { listPeople } from "../../../database/queries/list-people"
import { managerScopeOf } from "../../manager-scope"

/** A person as the asking manager sees him. Throws NOT_FOUND for one of no client of his. */
export async function readPerson(req: MedusaRequest, employee_id: string): Promise<PersonView> {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { employees } = await listPeople(db, { filter: { employee_id }, scope: managerScopeOf(req), limit: 1, offset: 0 })
  const [person] = employees
  if (!person) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Employee with id: ${employee_id} was not found`)
  }
  return person
}
