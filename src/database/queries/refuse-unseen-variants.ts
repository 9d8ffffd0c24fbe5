import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { isVisible, type Sight, sightBindings } from "./visible-entries"

const UNSEEN = (sight: Sight) => `
  select asked.id from unnest(cast(:variant_ids as text[])) as asked (id)
  where asked.id is not null and not exists (select from catalog_entry e where e.variant_id = asked.id and e.is_listed and ${isVisible(sight)})`

/** Throws NOT_FOUND for the first variant that the dealer does not see, as if there were none. */
export async function refuseUnseenVariants(
  db: Knex,
  { variant_ids, sight }: { variant_ids: readonly (string | null)[]; sight: Sight }
): Promise<void> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(UNSEEN(sight), { variant_ids, ...sightBindings(sight) })
  if (rows[0]) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Catalogue entry with variant id: ${rows[0].id} was not found`)
  }
}
