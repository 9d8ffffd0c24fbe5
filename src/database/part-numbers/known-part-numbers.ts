import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { normaliseSearchKey } from "../../modules/catalog/rules/normalise-search-key"
import type { KnownNumber } from "../../modules/catalog/rules/propose-part-numbers"
import { isVisible, type Sight, sightBindings } from "../queries/visible-entries"

const sql = (sight: Sight) => `
  select p.number_key, case when e.is_listed and ${isVisible(sight)} then e.variant_id end as variant_id
  from dealer_part_number p join catalog_entry e on e.key = p.entry_key
  where p.legal_entity_id = :legal_entity_id and p.number_key = any (cast(:number_keys as text[]))`

/** Which of these numbers the entity has kept; what they mean is told of products that it sees alone. */
export async function knownPartNumbers(
  db: Knex,
  { legal_entity_id, sight }: { legal_entity_id: string; sight: Sight },
  numbers: string[]
): Promise<KnownNumber[]> {
  const number_keys = [...new Set(numbers.flatMap((number) => normaliseSearchKey(number) ?? []))]
  const { rows } = await db.raw<{ rows: KnownNumber[] }>(sql(sight), { ...sightBindings(sight), legal_entity_id, number_keys })
  return rows
}
