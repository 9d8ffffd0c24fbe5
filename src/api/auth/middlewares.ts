import {
  authenticate,
  type AuthenticatedMedusaRequest,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { employeeAccessOfCustomer, employeeAccessOfEmail } from "../../database/queries/employee-access"
import { refuseWithdrawnAccess } from "../dealer-scope"

/** A withdrawn token must not be turned into a fresh one or into a session. Signing out stays open; other actors pass. */
async function refuseWithdrawnToken(
  req: Partial<Pick<AuthenticatedMedusaRequest, "auth_context">> & MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const context = req.auth_context
  if (req.method !== "DELETE" && context?.actor_type === "customer" && context.actor_id) {
    const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const access = await employeeAccessOfCustomer(db, { customer_id: context.actor_id })
    if (access) {
      refuseWithdrawnAccess(access, context)
    }
  }
  next()
}

/** A blocked employee gets no token. The answer is that of a wrong password, so it tells a stranger nothing. */
async function refuseBlockedSignIn(req: MedusaRequest<{ email?: unknown }>, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const email = req.body?.email
  if (req.method === "POST" && typeof email === "string") {
    const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const access = await employeeAccessOfEmail(db, { email })
    if (access?.state === "blocked") {
      throw new MedusaError(MedusaError.Types.UNAUTHORIZED, "Invalid email or password")
    }
  }
  next()
}

/** Dealers are registered by the supplier's staff; nobody makes an account for himself. */
function refuseRegistration(): void {
  throw new MedusaError(MedusaError.Types.NOT_FOUND, "Registration is closed: accounts are made by the supplier.", "route_closed")
}

const anySignedIn = authenticate("*", ["session", "bearer"], { allowUnauthenticated: true, allowUnregistered: true })

export const authMiddlewares: MiddlewareRoute[] = [
  { matcher: "/auth/token/refresh", middlewares: [anySignedIn, refuseWithdrawnToken] },
  { matcher: "/auth/session", middlewares: [anySignedIn, refuseWithdrawnToken] },
  { matcher: "/auth/customer/:auth_provider/register", middlewares: [refuseRegistration] },
  { matcher: "/auth/customer/emailpass", middlewares: [refuseBlockedSignIn] },
]
