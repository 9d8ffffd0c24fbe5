/** Whose favourites are meant: his own, or those that all people of the legal entity share. */
export const FAVOURITE_LISTS = ["own", "shared"] as const
export type FavouriteList = (typeof FAVOURITE_LISTS)[number]

/** Who keeps a list. */
export interface FavouriteOwner {
  owner_kind: "employee" | "legal_entity"
  owner_id: string
}

/** Who keeps the list of this name, of a person who works for an entity. */
export function ownerOfList(
  list: FavouriteList,
  { employee_id, legal_entity_id }: { employee_id: string; legal_entity_id: string }
): FavouriteOwner {
  return list === "own" ? { owner_kind: "employee", owner_id: employee_id } : { owner_kind: "legal_entity", owner_id: legal_entity_id }
}
