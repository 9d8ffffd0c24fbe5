import { MedusaError } from "@medusajs/framework/utils"
import { RIGHT_SCOPES, type DealerScope, type Right, type RightAction, type RightScope, type RightSection } from "./company"

/** The widest scope in which an action is granted; null when it is not granted at all. */
export function grantedScope(rights: Right[], section: RightSection, action: RightAction): RightScope | null {
  const scopes = rights.flatMap((right) => (right.section === section && right.action === action ? [right.scope] : []))
  return [...RIGHT_SCOPES].reverse().find((scope) => scopes.includes(scope)) ?? null
}

/** The scope of a right. Throws FORBIDDEN `right_missing` when the employee lacks it in every scope. */
export function demandRight(dealer: DealerScope, section: RightSection, action: RightAction): RightScope {
  const scope = grantedScope(dealer.rights, section, action)
  if (scope === null) {
    throw new MedusaError(MedusaError.Types.FORBIDDEN, `The right ${section}.${action} is missing. Ask your superuser.`, "right_missing")
  }
  return scope
}
