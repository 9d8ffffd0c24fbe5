import type { HoldingEntity, MembershipEntity } from "./visible-entities"

/** What of a person leads to entities. */
interface Standing {
  memberships: MembershipEntity[]
  holding_entities: HoldingEntity[]
}

/**
 * What is left of a person's entities for a user who is signed in as him: those that are the user's clients. Whoever looks after one
 * company of a person, or after the head of a holding alone, does not get to the others by his sign-in. Null: the user sees all clients.
 */
export function holdToClients<Facts extends Standing>(facts: Facts, clientIds: string[] | null): Facts {
  if (clientIds === null) {
    return facts
  }
  const isClient = ({ id }: HoldingEntity) => clientIds.includes(id)
  return { ...facts, memberships: facts.memberships.filter(isClient), holding_entities: facts.holding_entities.filter(isClient) }
}
