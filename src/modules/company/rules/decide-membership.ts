/** The entities a person works for; the default is one of them. */
export interface Memberships {
  entity_ids: string[]
  default_entity_id: string
}

export type MembershipChange =
  { kind: "attach"; legal_entity_id: string; is_default: boolean } | { kind: "detach"; legal_entity_id: string }

export type MembershipDecision =
  { kind: "change"; wanted: Memberships } | { kind: "nothing_to_do" } | { kind: "refused"; code: "membership_last" }

/**
 * Ties a person to one entity more, or to one less; attaching with `is_default` makes it the one he begins with. Who loses his default begins
 * with the first of those left. The last entity is not taken away: a person of nobody would be seen by nobody.
 */
export function decideMembership(standing: Memberships, change: MembershipChange): MembershipDecision {
  const { entity_ids, default_entity_id } = standing
  const { legal_entity_id } = change
  const stands = entity_ids.includes(legal_entity_id)
  if (change.kind === "attach") {
    if (stands && (!change.is_default || default_entity_id === legal_entity_id)) {
      return { kind: "nothing_to_do" }
    }
    const wanted = {
      entity_ids: stands ? entity_ids : [...entity_ids, legal_entity_id],
      default_entity_id: change.is_default ? legal_entity_id : default_entity_id,
    }
    return { kind: "change", wanted }
  }
  if (!stands) {
    return { kind: "nothing_to_do" }
  }
  const left = entity_ids.filter((id) => id !== legal_entity_id)
  const [first] = left
  if (first === undefined) {
    return { kind: "refused", code: "membership_last" }
  }
  return { kind: "change", wanted: { entity_ids: left, default_entity_id: left.includes(default_entity_id) ? default_entity_id : first } }
}
