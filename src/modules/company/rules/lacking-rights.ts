import { grantedScope, RIGHT_SCOPES, type Right } from "@kontor/framework"

/** Those of the given rights that reach beyond one's own: nobody gives away what he does not have. */
export function lackingRights(own: Right[], given: Right[]): Right[] {
  return given.filter(({ section, action, scope }) => {
    const granted = grantedScope(own, section, action)
    return granted === null || RIGHT_SCOPES.indexOf(granted) < RIGHT_SCOPES.indexOf(scope)
  })
}
