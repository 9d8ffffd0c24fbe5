import type { EmployeeRole } from "@kontor/framework"

export interface ChangeOfSuperuser {
  role?: EmployeeRole | undefined
  /** A custom role stands in the place of the built-in one. */
  role_id?: string | null | undefined
  state?: "active" | "blocked" | undefined
  /** All entities he is to work for. */
  entity_ids?: string[] | undefined
}

/** What a superuser of these entities manages no longer after a change, and for which he works as a superuser then. Ids of entities. */
export function superuserLeaves(standing: string[], change: ChangeOfSuperuser): { left: string[]; kept: string[] } {
  const { role = "superuser", role_id, state, entity_ids = standing } = change
  if (state === "blocked" || role_id || role !== "superuser") {
    return { left: standing, kept: [] }
  }
  return { left: standing.filter((id) => !entity_ids.includes(id)), kept: entity_ids }
}
