import type { RightRow } from "./types"

export const SECTIONS = [
  "cart",
  "order",
  "document",
  "debt",
  "claim",
  "person",
  "entity",
  "contract",
  "delivery_point",
  "application",
] as const
export const ACTIONS = ["view", "create", "edit", "approve"] as const
/** From the narrowest; "none" is no right at all. */
export const SCOPES = ["none", "own", "entity", "holding"] as const

/** How far each action of each section reaches, by "section.action"; what is not there is not allowed. */
export type RightsGrid = Record<string, string>

export function gridOf(rights: RightRow[]): RightsGrid {
  return Object.fromEntries(rights.map(({ section, action, scope }) => [`${section}.${action}`, scope]))
}

/** The rights of a grid as the server takes them. */
export function rightsOf(grid: RightsGrid): RightRow[] {
  return SECTIONS.flatMap((section) =>
    ACTIONS.flatMap((action) => {
      const scope = grid[`${section}.${action}`] ?? "none"
      return scope === "none" ? [] : [{ section, action, scope }]
    })
  )
}
