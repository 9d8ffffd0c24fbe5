import {
  authenticate,
  type AuthenticatedMedusaRequest,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { employeeAccessOfCustomer, employeeAccessOfEmail } from "../../database/queries/employee-access"
import { refuseActingToken } from "../acting"
import { refuseWithdrawnAccess } from "../dealer-scope"

/** A withdrawn token must not be turned into a fresh one or into a session, nor change the account. Signing out stays open; other actors pass. */
async function refuseWithdrawnToken(
  req: Partial<Pick<AuthenticatedMedusaRequest, "auth_context">> & MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const context = req.auth_context
  if (!isSigningOut(req) && context?.actor_type === "customer" && context.actor_id) {
    const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const access = await employeeAccessOfCustomer(db, { customer_id: context.actor_id })
    if (access) {
      refuseWithdrawnAccess(access, context)
    }
  }
  next()
}

/** The session is the only thing that a withdrawn token may still end. */
function isSigningOut(req: MedusaRequest): boolean {
  return req.method === "DELETE" && req.baseUrl.toLowerCase() === "/auth/session"
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

/**
 * Nobody makes an account for himself: whoever could register any address would learn which ones are known, and could take an address
 * before its person is hired. One of the supplier's staff who was invited begins with a registration, so his address is let through.
 */
async function refuseRegistration(req: MedusaRequest<{ email?: unknown }>, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const email = req.body?.email
  if (req.params.actor_type === "user" && typeof email === "string" && (await isInvitedUser(req, email))) {
    return next()
  }
  throw new MedusaError(MedusaError.Types.NOT_FOUND, "Registration is closed: accounts are made by the supplier.", "route_closed")
}

/** Whether an invitation to this address is open. */
async function isInvitedUser(req: MedusaRequest, email: string): Promise<boolean> {
  const invites = await req.scope.resolve(Modules.USER).listInvites({ email }, { take: INVITES_OF_ONE_MAX })
  return invites.some(({ accepted, expires_at }) => !accepted && new Date(expires_at) > new Date())
}

/** Medusa keeps one invitation an address; more are not looked at. */
const INVITES_OF_ONE_MAX = 10

const anySignedIn = authenticate("*", ["session", "bearer"], { allowUnauthenticated: true, allowUnregistered: true })

/** A user who is signed in as a client proves nothing here. */
const anyCustomer = authenticate("customer", ["session", "bearer"], {
  allowUnauthenticated: true,
  allowUnregistered: true,
  requireMfa: false,
})

export const authMiddlewares: MiddlewareRoute[] = [
  { matcher: "/auth", middlewares: [anyCustomer, refuseActingToken] },
  { matcher: "/auth/token/refresh", middlewares: [anySignedIn, refuseWithdrawnToken] },
  { matcher: "/auth/session", middlewares: [anySignedIn, refuseWithdrawnToken] },
  // A stolen token that was withdrawn must not put its holder's second factor on the account, nor take it off.
  { matcher: "/auth/mfa", middlewares: [anySignedIn, refuseWithdrawnToken] },
  { matcher: "/auth/verification", middlewares: [anySignedIn, refuseWithdrawnToken] },
  { matcher: "/auth/:actor_type/:auth_provider/register", middlewares: [refuseRegistration] },
  { matcher: "/auth/customer/emailpass", middlewares: [refuseBlockedSignIn] },
]
