import { type ActiveContract, dealerOf, demandRight, type RightAction, type RightScope, type RightSection, today } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { type DealerScopeRow, resolveDealerScope } from "../database/queries/resolve-dealer-scope"
import { contractWithAssortment } from "../database/visibility/contract-with-assortment"
import { decideDealerScope } from "../modules/company/rules/dealer-scope"
import { holdToClients } from "../modules/company/rules/hold-to-clients"
import { reachOfScope, type Reach } from "../modules/company/rules/reach-of-scope"
import { isTokenStale } from "../modules/company/rules/token-stale"
import { realCaller } from "./acting"

/** A token carries the second it was issued in; Medusa keeps it on the context without naming it. */
type IssuedContext = AuthenticatedMedusaRequest["auth_context"] & { iat?: number }

/** The contract the request runs under. Refuses with code `no_usable_contract` when the employee has none. */
export function requireContract(req: Pick<MedusaRequest, "dealer" | "path">): ActiveContract {
  const { contract, employee_id } = dealerOf(req)
  if (!contract) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Employee ${employee_id} has no usable contract. GET /store/me tells why; POST /store/me/contract switches.`,
      "no_usable_contract"
    )
  }
  return contract
}

/** How far a right of the signed-in employee reaches. Throws FORBIDDEN `right_missing` when he lacks it in every scope. */
export function requireRight(req: Pick<MedusaRequest, "dealer" | "path">, section: RightSection, action: RightAction): RightScope {
  return demandRight(dealerOf(req), section, action)
}

/** The same as what a query filters by. */
export function requireReach(req: Pick<MedusaRequest, "dealer" | "path">, section: RightSection, action: RightAction): Reach {
  return reachOfScope(dealerOf(req), requireRight(req, section, action))
}

/** Puts the scope of the signed-in employee on the request. Runs after `authenticate`; reads the database on every request, so that a block works at once. */
export async function resolveDealer(req: AuthenticatedMedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const facts = await resolveDealerScope(db, { customer_id: req.auth_context.actor_id })
  if (!facts) {
    throw new MedusaError(MedusaError.Types.FORBIDDEN, "This account belongs to no employee of a dealer.", "not_an_employee")
  }
  refuseWithdrawnAccess(facts, req.auth_context)
  const { actor, client_ids } = await realCaller(req, facts)
  req.actor = actor
  const scope = decideDealerScope(req.auth_context.actor_id, holdToClients(facts, client_ids), today())
  req.dealer = { ...scope, contract: await contractWithAssortment(db, facts, scope.contract), actor }
  next()
}

/** Throws when the employee is blocked or the token was issued before his tokens became void. */
export function refuseWithdrawnAccess(facts: Pick<DealerScopeRow, "state" | "tokens_valid_from">, context: IssuedContext): void {
  if (facts.state === "blocked") {
    throw new MedusaError(MedusaError.Types.FORBIDDEN, "Access is blocked. Ask your manager.", "employee_blocked")
  }
  if (isTokenStale(context.iat, facts.tokens_valid_from)) {
    throw new MedusaError(MedusaError.Types.UNAUTHORIZED, "The session has ended. Sign in again.", "token_withdrawn")
  }
}
