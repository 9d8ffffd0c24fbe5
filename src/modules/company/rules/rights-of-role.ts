import {
  RIGHT_ACTIONS,
  RIGHT_SECTIONS,
  type EmployeeRole,
  type Right,
  type RightAction,
  type RightScope,
  type RightSection,
} from "@kontor/framework"

/** People and entities are changed by superusers alone. */
const OF_SUPERUSERS: RightSection[] = ["person", "entity"]

/** What an ordinary employee does beyond looking; the rest of the sections he only looks at. */
const ORDINARY: Partial<Record<RightSection, RightAction[]>> = {
  cart: ["view", "create", "edit"],
  order: ["view", "create", "edit"],
  document: ["view", "create"],
  claim: ["view", "create", "edit"],
}

const BUILT_IN: Record<EmployeeRole, Right[]> = {
  superuser: grant("holding", () => RIGHT_ACTIONS),
  privileged: grant("entity", (section) => (OF_SUPERUSERS.includes(section) ? ["view"] : RIGHT_ACTIONS)),
  ordinary: grant("own", (section) => ORDINARY[section] ?? ["view"]),
}

/** The rights of an employee: those of his custom role when he has one, of the built-in role otherwise. */
export function rightsOfRole(role: EmployeeRole, customRights: Right[] | null): Right[] {
  return customRights ?? BUILT_IN[role]
}

function grant(scope: RightScope, actionsOf: (section: RightSection) => readonly RightAction[]): Right[] {
  return RIGHT_SECTIONS.flatMap((section) => actionsOf(section).map((action) => ({ section, action, scope })))
}
