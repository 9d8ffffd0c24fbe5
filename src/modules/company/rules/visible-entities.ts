/** An entity that may come into an employee's sight through its holding. */
export interface HoldingEntity {
  id: string
  holding_id: string | null
}

/** An entity an employee works for. */
export interface MembershipEntity extends HoldingEntity {
  is_head: boolean
}

/**
 * Ids of all entities an employee sees, his own first. With a right that reaches the holding he sees every entity of a holding in whose
 * head he works; otherwise only the entities he works for. `entities` are those that may come into question.
 */
export function visibleEntityIds(reachesHolding: boolean, memberships: MembershipEntity[], entities: HoldingEntity[]): string[] {
  const seenWhole = new Set(
    memberships.flatMap((entity) => (reachesHolding && entity.is_head && entity.holding_id !== null ? [entity.holding_id] : []))
  )
  const inherited = entities.filter((entity) => entity.holding_id !== null && seenWhole.has(entity.holding_id))
  return [...new Set([...memberships, ...inherited].map((entity) => entity.id))]
}
