import { defineRoutes } from "@kontor/framework"
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
import { emailInBody, limitAttempts } from "../limit-attempts"
import { spendAsOnPassword } from "./spend-as-on-password"
import { AuthForgottenPassword, AuthSetPassword, AuthSignedInResponse } from "./validators"

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

/**
 * A blocked employee gets no token, and the answer is that of a wrong password. Checking a password takes a tenth of a second; where there is
 * none to check, as much is spent, lest the time tell a stranger which addresses are known.
 */
async function refuseBlockedSignIn(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const email = isPath(req) ? emailInBody(req) : null
  if (email !== null) {
    const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const access = await employeeAccessOfEmail(db, { email })
    if (access?.state !== "active" || !access.has_password) {
      await spendAsOnPassword()
    }
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

/** Mounted on a path, a middleware sees what follows it: "/" is the path itself. */
function isPath(req: MedusaRequest): boolean {
  return req.path === "/"
}

/** Only attempts to sign in count, not what stands below the path. */
function limitSignIn(): (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => Promise<void> | void {
  const limit = limitAttempts({
    purpose: "sign-in",
    window_seconds: 600,
    per_address: 100,
    per_account_and_address: 20,
    per_account: 200,
    accountOf: emailInBody,
  })
  return (req, res, next) => (isPath(req) ? limit(req, res, next) : next())
}

/** Medusa's own ways to a new password know neither single use nor limits; a dealer's ways are `/auth/password/*`. */
function refuseStockReset(): void {
  throw new MedusaError(MedusaError.Types.NOT_FOUND, "Ask for a new password by POST /auth/password/forgotten.", "route_closed")
}

const anySignedIn = authenticate("*", ["session", "bearer"], { allowUnauthenticated: true, allowUnregistered: true })
const limitTokens = limitAttempts({ purpose: "access-token", window_seconds: 600, per_address: 30 })
const limitForgotten = limitAttempts({
  purpose: "forgotten-password",
  window_seconds: 3600,
  per_address: 60,
  per_account: 5,
  accountOf: emailInBody,
})

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
  { matcher: "/auth/customer/:auth_provider/reset-password", middlewares: [refuseStockReset] },
  { matcher: "/auth/customer/:auth_provider/update", middlewares: [refuseStockReset] },
  { matcher: "/auth/:actor_type/emailpass", middlewares: [limitSignIn()] },
  { matcher: "/auth/customer/emailpass", middlewares: [refuseBlockedSignIn] },
  ...defineRoutes([
    {
      method: "POST",
      path: "/auth/invitations/accept",
      summary: "Set a password by the link of an invitation",
      description: "400 `token_invalid` for a link that is unknown, used or expired, alike.",
      middlewares: [limitTokens],
      body: AuthSetPassword,
      response: AuthSignedInResponse,
    },
    {
      method: "POST",
      path: "/auth/password/forgotten",
      summary: "Ask for a link for a new password",
      description: "Answers 202 whether or not anybody has this address.",
      middlewares: [limitForgotten],
      body: AuthForgottenPassword,
    },
    {
      method: "POST",
      path: "/auth/password/reset",
      summary: "Set a new password by the link of a mail",
      description: "All sessions of this person end. 400 `token_invalid` for a link that is unknown, used or expired, alike.",
      middlewares: [limitTokens],
      body: AuthSetPassword,
      response: AuthSignedInResponse,
    },
  ]),
]
