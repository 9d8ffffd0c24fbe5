import type { EmployeeRole, Right } from "@kontor/framework"
import { rightsOfRole } from "./rights-of-role"

/** What a person is for whom nothing else is said. */
export const NEW_PERSONS_ROLE: EmployeeRole = "ordinary"

export interface RoleChange {
  /** The built-in role that shall be written; undefined = the standing one stays. */
  role?: EmployeeRole | undefined
  /** Rights of the custom role that shall be written; null = none stands in the built-in one's place any more; undefined = as it was. */
  custom_rights?: Right[] | null | undefined
}

/**
 * The rights that a change of role gives: those of the custom role, and those of the built-in role that is written beneath it or comes
 * forth once the custom one goes. Null when the change is about neither. A role beneath counts, since whoever wrote it could uncover it.
 */
export function rightsGiven(standing: EmployeeRole, { role, custom_rights }: RoleChange): Right[] | null {
  if (role === undefined && custom_rights === undefined) {
    return null
  }
  const builtIn = role ?? (custom_rights === null ? standing : null)
  return [...(custom_rights ?? []), ...(builtIn ? rightsOfRole(builtIn, null) : [])]
}
