import { grantedScope, type DealerScope, type RightAction, type RightScope, type RightSection } from "@kontor/framework"

/** What a query filters by: rows of these entities and, when a customer is named, only those he made himself. */
export interface Reach {
  entity_ids: string[]
  customer_id: string | null
}

type Sight = Pick<DealerScope, "member_entity_ids" | "visible_entity_ids">

/** How far a granted scope reaches: his own things and those of his entities lie in the entities he works for. */
export function reachOfScope(dealer: Sight & Pick<DealerScope, "customer_id">, scope: RightScope): Reach {
  return { entity_ids: entitiesOfScope(dealer, scope), customer_id: scope === "own" ? dealer.customer_id : null }
}

/** Entities that a right reaches; none without it. */
export function entitiesOfRight(dealer: Sight & Pick<DealerScope, "rights">, section: RightSection, action: RightAction): string[] {
  const scope = grantedScope(dealer.rights, section, action)
  return scope === null ? [] : entitiesOfScope(dealer, scope)
}

function entitiesOfScope(dealer: Sight, scope: RightScope): string[] {
  return scope === "holding" ? dealer.visible_entity_ids : dealer.member_entity_ids
}

/** Entities under whose contracts an employee may work: his own, and the rest of the holding when he may see its contracts. */
export function workableEntityIds(dealer: Sight & Pick<DealerScope, "rights">): string[] {
  return grantedScope(dealer.rights, "contract", "view") === "holding" ? dealer.visible_entity_ids : dealer.member_entity_ids
}
