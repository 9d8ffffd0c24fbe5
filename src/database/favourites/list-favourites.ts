import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { prepared } from "../prepared"
import type { Among } from "../queries/matching-entries"
import { isVisible, type Sight, sightBindings, sightName } from "../queries/visible-entries"
import type { FavouriteOwner } from "./favourite-lists"

/** What is not sold or seen now waits until it is. */
const SEEN = (sight: Sight) => `
  from favourite f join catalog_entry e on e.key = f.entry_key and e.is_listed and ${isVisible(sight)}
  where f.owner_kind = :owner_kind and f.owner_id = :owner_id`

const PAGE = (sight: Sight) => `
  with found as materialized (select f.entry_key, f.added_at ${SEEN(sight)})
  select (select count(*)::int from found) as total,
    array(select entry_key from found order by added_at desc, entry_key limit cast(:page_size as int) offset cast(:page_offset as int)) as keys`

/** One page of a list, what was added last first, with the number of all that the dealer sees. */
export async function favouriteKeys(
  db: Knex,
  { owner, sight, limit, offset }: { owner: FavouriteOwner; sight: Sight; limit: number; offset: number }
): Promise<{ total: number; keys: number[] }> {
  const bindings = { ...owner, page_size: limit, page_offset: offset, ...sightBindings(sight) }
  const [page] = await prepared<{ total: number; keys: number[] }>(db, `favourites${sightName(sight)}`, PAGE(sight), bindings)
  return page ?? { total: 0, keys: [] }
}

const VARIANTS = (sight: Sight) => `select e.variant_id ${SEEN(sight)} order by f.added_at desc, f.entry_key`

/** Variants of a list that the dealer sees: what a page of the catalogue marks. */
export async function favouriteVariants(db: Knex, { owner, sight }: { owner: FavouriteOwner; sight: Sight }): Promise<string[]> {
  const bindings = { ...owner, ...sightBindings(sight) }
  const rows = await prepared<{ variant_id: string }>(db, `favourite-variants${sightName(sight)}`, VARIANTS(sight), bindings)
  return rows.map(({ variant_id }) => variant_id)
}

/** The goods of a list, as what narrows the catalogue. */
export const amongFavourites = ({ owner_kind, owner_id }: FavouriteOwner): Among => ({
  name: "favourites",
  condition: "e.key in (select f.entry_key from favourite f where f.owner_kind = :favourites_of_kind and f.owner_id = :favourites_of)",
  bindings: { favourites_of_kind: owner_kind, favourites_of: owner_id },
})
