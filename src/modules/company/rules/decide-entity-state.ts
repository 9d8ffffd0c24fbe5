export type EntityState = "applied" | "under_review" | "active" | "blocked" | "closed"

export interface StandingEntity {
  id: string
  state: EntityState
  /** Who said so: a block of the ERP is lifted in the ERP. */
  state_source: "erp" | "portal"
}

export type EntityStateDecision =
  { kind: "change" } | { kind: "nothing_to_do" } | { kind: "refused"; code: "entity_closed" | "erp_owned"; message: string }

/** Whether staff may activate or block a legal entity. */
export function decideEntityState(entity: StandingEntity, wanted: "active" | "blocked"): EntityStateDecision {
  if (entity.state === wanted) {
    return { kind: "nothing_to_do" }
  }
  if (entity.state === "closed") {
    return { kind: "refused", code: "entity_closed", message: `Legal entity ${entity.id} is closed; that is final here.` }
  }
  if (entity.state === "blocked" && entity.state_source === "erp") {
    return { kind: "refused", code: "erp_owned", message: `The ERP has blocked legal entity ${entity.id} and lifts the block there.` }
  }
  return { kind: "change" }
}
