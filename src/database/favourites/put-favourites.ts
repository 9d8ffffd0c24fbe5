import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { refuseUnseenVariants } from "../queries/refuse-unseen-variants"
import type { Sight } from "../queries/visible-entries"
import type { FavouriteOwner } from "./favourite-lists"

/** Products of one list: what is more is no favourite. */
export const FAVOURITES_MAX = 1_000

export interface PutFavourites {
  owner: FavouriteOwner
  variant_ids: readonly string[]
  /** False = they are taken off the list. */
  is_favourite: boolean
  employee_id: string
  sight: Sight
}

/** Who changes a list waits for whoever is at it: two at once could fill it beyond its size, and wait for each other's goods. */
const ALONE = `select pg_advisory_xact_lock(hashtextextended('kontor.favourites.' || :owner_kind || '.' || :owner_id, 0))`

const ADD = `
  insert into favourite (owner_kind, owner_id, entry_key, added_by)
  select :owner_kind, :owner_id, e.key, :employee_id from catalog_entry e where e.variant_id = any (cast(:variant_ids as text[]))
  on conflict do nothing returning entry_key`

const REMOVE = `
  delete from favourite f using catalog_entry e
  where f.owner_kind = :owner_kind and f.owner_id = :owner_id and f.entry_key = e.key and e.variant_id = any (cast(:variant_ids as text[]))
  returning f.entry_key`

const SIZE = `select count(*)::int as size from favourite where owner_kind = :owner_kind and owner_id = :owner_id`

/**
 * Puts products on a list, or takes them off it, in the caller's transaction. What was there already stays where it is.
 *
 * @returns how many are new on the list, or gone from it
 * @throws MedusaError NOT_FOUND for a variant that the dealer does not see; NOT_ALLOWED `too_many_favourites`
 */
export async function putFavourites(trx: Knex, { owner, variant_ids, is_favourite, employee_id, sight }: PutFavourites): Promise<number> {
  const bindings = { ...owner, variant_ids: [...variant_ids] }
  await trx.raw(ALONE, { ...owner })
  if (!is_favourite) {
    return (await trx.raw<{ rows: unknown[] }>(REMOVE, bindings)).rows.length
  }
  await refuseUnseenVariants(trx, { variant_ids, sight })
  const added = await trx.raw<{ rows: unknown[] }>(ADD, { ...bindings, employee_id })
  const { rows } = await trx.raw<{ rows: { size: number }[] }>(SIZE, { ...owner })
  const size = rows[0]?.size ?? 0
  if (added.rows.length > 0 && size > FAVOURITES_MAX) {
    const message = `The list would have ${size} products, ${FAVOURITES_MAX} at most`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "too_many_favourites")
  }
  return added.rows.length
}
