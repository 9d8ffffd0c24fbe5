import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { ManagerScope } from "../database/queries/client-of-manager"
import { type ClientThing, isClientInScope } from "../database/queries/is-client-in-scope"
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
}

/** Middleware: the thing named by a path parameter belongs to a client of the manager; 404 otherwise, as if it did not exist. */
export function guardClient(thing: ClientThing, parameter = "id") {
  return async (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    await refuseForeignClient(req, thing, req.params[parameter] ?? "")
    next()
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
