/** Who asks: his own favourites and those of the legal entity whose contract is active are marked. */
export interface FavouriteKeepers {
  employee_id: string
  legal_entity_id: string
}

/** Whether an entry is on the lists of who asks; on none where nobody does. */
export interface Favoured {
  is_favourite: boolean
  /** On the list that the people of the legal entity share. */
  is_shared_favourite: boolean
}

/** By their keys; null = none of the page is on a list. */
export type WrittenFavourites = [entry_key: number, is_own: boolean][] | null

const kept = (owner_kind: string, owner: string) =>
  `select f.entry_key, ${owner_kind === "employee"} as is_own from favourite f
   where f.owner_kind = '${owner_kind}' and f.owner_id = :${owner} and f.entry_key = any((select keys from asked)::int[])`

/** {@link WrittenFavourites} of the entries asked for: two looks into the index a page, whatever its size. Takes {@link favouriteBindings}. */
export const FAVOURITE_LIST = `(
    select json_agg(json_build_array(f.entry_key, f.is_own))
    from (${kept("employee", "favourites_employee_id")} union all ${kept("legal_entity", "favourites_entity_id")}) f
  )`

export const favouriteBindings = (keepers: FavouriteKeepers | undefined) => ({
  favourites_employee_id: keepers?.employee_id ?? "",
  favourites_entity_id: keepers?.legal_entity_id ?? "",
})

const NEITHER: Favoured = { is_favourite: false, is_shared_favourite: false }

/** Made once for an answer. */
export function favouriteReader(written: WrittenFavourites): (entryKey: number) => Favoured {
  if (written === null) {
    return () => NEITHER
  }
  const isOn = (list: boolean) => new Set(written.flatMap(([key, is_own]) => (is_own === list ? [key] : [])))
  const [own, shared] = [isOn(true), isOn(false)]
  return (entryKey) => ({ is_favourite: own.has(entryKey), is_shared_favourite: shared.has(entryKey) })
}
