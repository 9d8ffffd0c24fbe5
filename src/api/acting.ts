import { type Actor, originOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, MedusaError } from "@medusajs/framework/utils"
import { actingSession } from "../database/queries/acting-session"
import type { DealerScopeRow } from "../database/queries/resolve-dealer-scope"
import { isActingLive } from "../modules/company/rules/acting-session"
import { isRefusedWhenActing } from "../modules/company/rules/refused-when-acting"
import { decideStaffAccess } from "../modules/company/rules/staff-access"

type SignedIn = Pick<AuthenticatedMedusaRequest, "auth_context"> & MedusaRequest

/** The claim of a token by which a user is signed in as a client; null in the token of the client himself. */
export function actingSessionIdOf(context: AuthenticatedMedusaRequest["auth_context"] | undefined): string | null {
  const id = context?.app_metadata?.["acting_session_id"]
  return typeof id === "string" ? id : null
}

/** A token for the store that ends with the session. It names no way of signing in, so it cannot be renewed. */
export function actingToken(container: MedusaContainer, input: { session_id: string; customer_id: string; ttl_minutes: number }): string {
  const { jwtSecret, jwtOptions } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http
  return generateJwtToken(
    {
      actor_id: input.customer_id,
      actor_type: "customer",
      auth_identity_id: "",
      app_metadata: { customer_id: input.customer_id, acting_session_id: input.session_id },
    },
    { secret: jwtSecret, expiresIn: input.ttl_minutes * 60, jwtOptions }
  )
}

/** Who really asks, and what he may see of the employee's entities. */
interface RealCaller {
  actor: Actor
  /** Clients of the user who is signed in as the employee; null when nothing is held back. */
  client_ids: string[] | null
}

/**
 * Who really asks. For a user who is signed in as the employee it is the user; his session, his role and his clients are read on every
 * request, so that ending it or taking a client from him works at once. Throws UNAUTHORIZED `acting_session_ended` for a session that has
 * ended, has expired or is another employee's, and for a user to whom the employee is nobody any more.
 */
export async function realCaller(
  req: SignedIn,
  employee: Pick<DealerScopeRow, "employee_id" | "name" | "memberships" | "holding_entities">
): Promise<RealCaller> {
  const id = actingSessionIdOf(req.auth_context)
  if (id === null) {
    const actor = {
      kind: "employee" as const,
      id: employee.employee_id,
      name: employee.name,
      acting_for_employee_id: null,
      ...originOf(req),
    }
    return { actor, client_ids: null }
  }
  const entity_ids = [...new Set([...employee.memberships, ...employee.holding_entities].map((entity) => entity.id))]
  const session = await actingSession(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id, entity_ids })
  if (!session || session.employee_id !== employee.employee_id || !isActingLive(session, new Date())) {
    throw ended()
  }
  const client_ids = decideStaffAccess(session.role).sees_all ? null : session.assigned_entity_ids
  if (client_ids && !employee.memberships.some((entity) => client_ids.includes(entity.id))) {
    throw ended()
  }
  const { user_id, user_name } = session
  return {
    actor: { kind: "user", id: user_id, name: user_name, acting_for_employee_id: employee.employee_id, ...originOf(req) },
    client_ids,
  }
}

/** Middleware on `/store`: keeps a user who is signed in as a client from what is the client's own. */
export function refuseWhenActing(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  if (req.actor?.acting_for_employee_id && isRefusedWhenActing(req.method, `${req.baseUrl}${req.path}`)) {
    throw refusal()
  }
  next()
}

/** Middleware on `/auth`: the token makes no session, no fresh token, no second factor and no password; it may only sign out. */
export function refuseActingToken(req: SignedIn, _res: MedusaResponse, next: MedusaNextFunction): void {
  const isSignOut = req.method === "DELETE" && /^\/session\/?$/i.test(req.path)
  if (actingSessionIdOf(req.auth_context) !== null && !isSignOut) {
    throw refusal()
  }
  next()
}

function ended(): MedusaError {
  return new MedusaError(MedusaError.Types.UNAUTHORIZED, "The session as this client has ended.", "acting_session_ended")
}

function refusal(): MedusaError {
  return new MedusaError(
    MedusaError.Types.FORBIDDEN,
    "Only the client himself may do this, not a user who is signed in as him.",
    "refused_when_acting"
  )
}
