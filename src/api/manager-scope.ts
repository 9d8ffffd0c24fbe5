import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { ManagerScope } from "../database/queries/client-of-manager"
import { entitiesOutOfScope } from "../database/queries/entities-out-of-scope"
import { type ClientThing, isClientInScope } from "../database/queries/is-client-in-scope"
import { worksForOthers } from "../database/queries/works-for-others"
import type { StaffAccess } from "../modules/company/rules/staff-access"

/** Who of the staff asks, and what he may see and do. */
export type Staff = StaffAccess & Pick<ManagerScope, "user_id">

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Express offers no other way to add to its request
  namespace Express {
    interface Request {
      /** Set on every authenticated `/admin/*` request. */
      staff?: Staff
    }
  }
}

/** Who of the staff asks. Throws when the route lies outside `/admin`. */
export function staffOf(req: Pick<MedusaRequest, "staff" | "path">): Staff {
  if (!req.staff) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `No staff on ${req.path}: only authenticated routes under /admin have one.`)
  }
  return req.staff
}

/** Whose clients the request may see. Every own admin route about clients filters by it in SQL (`clientOfManager`). */
export function managerScopeOf(req: Pick<MedusaRequest, "staff" | "path">): ManagerScope {
  const { user_id, sees_all } = staffOf(req)
  return { user_id, sees_all }
}

const NAMES: Record<ClientThing, string> = {
  legal_entity: "LegalEntity",
  holding: "Holding",
  contract: "Contract",
  employee: "Employee",
  order: "Order",
  application: "Application",
}

/** Middleware: the thing named by a path parameter belongs to a client of the manager; 404 otherwise, as if it did not exist. */
export function guardClient(thing: ClientThing, parameter = "id") {
  return async (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    await refuseForeignClient(req, thing, req.params[parameter] ?? "")
    next()
  }
}

/**
 * Middleware: whoever changes the person in the path, or signs in as him, is the manager of every entity the person works for. Reading
 * takes one of them: each manager sees who works for his client. 400 `person_out_of_reach` otherwise.
 */
export async function guardWholePerson(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const scope = managerScopeOf(req)
  const isRead = req.method === "GET" || req.method === "HEAD"
  if (!isRead && !scope.sees_all) {
    const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    if (await worksForOthers(db, { employee_id: req.params.id ?? "", scope })) {
      const message = "This person also works for clients of another manager: only a head of sales may do this."
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "person_out_of_reach")
    }
  }
  next()
}

/** Throws NOT_FOUND unless every one of these legal entities is a client of the manager. */
export async function refuseForeignEntities(req: MedusaRequest, ids: string[]): Promise<void> {
  const scope = managerScopeOf(req)
  if (scope.sees_all) {
    return
  }
  const [foreign] = await entitiesOutOfScope(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { ids, scope })
  if (foreign !== undefined) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `LegalEntity with id: ${foreign} was not found`)
  }
}

/** Throws NOT_FOUND unless the thing belongs to a client of the manager. For ids in bodies and queries. */
export async function refuseForeignClient(req: MedusaRequest, thing: ClientThing, id: string): Promise<void> {
  const scope = managerScopeOf(req)
  if (scope.sees_all) {
    return
  }
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  if (!(await isClientInScope(db, { thing, id, scope }))) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `${NAMES[thing]} with id: ${id} was not found`)
  }
}
