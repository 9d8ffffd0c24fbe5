import { originOf } from "@kontor/framework"
import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { staffOfUser } from "../../database/queries/staff-of-user"

/** Says who of the staff asks. Medusa has authenticated the request before; the few routes that it leaves open have nobody. */
async function resolveStaff(
  req: Partial<Pick<AuthenticatedMedusaRequest, "auth_context">> & MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { actor_id, actor_type } = req.auth_context ?? {}
  if (actor_id) {
    const isUser = actor_type === "user"
    const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const staff = isUser ? await staffOfUser(db, { user_id: actor_id }) : null
    req.actor = {
      kind: isUser ? "user" : "system",
      id: actor_id,
      name: staff?.name ?? null,
      acting_for_employee_id: null,
      ...originOf(req),
    }
  }
  next()
}

export const adminMiddlewares: MiddlewareRoute[] = [{ matcher: "/admin", middlewares: [resolveStaff] }]
