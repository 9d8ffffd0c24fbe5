import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { normaliseSearchKey } from "../../modules/catalog/rules/normalise-search-key"
import type { ArticleCandidate } from "../../modules/catalog/rules/resolve-article"
import { isVisible, type Sight, sightBindings } from "../queries/visible-entries"

const sql = (sight: Sight) => `
  select p.number_key, e.key as entry_key, e.variant_id, e.article, e.sku, e.title, e.variant_title, e.is_listed
  from dealer_part_number p join catalog_entry e on e.key = p.entry_key
  where p.legal_entity_id = :legal_entity_id and p.number_key = any (cast(:number_keys as text[])) and ${isVisible(sight)}`

/** What these texts mean as the dealer's own numbers, by the text; those that are none are left out. */
export async function entriesByPartNumbers(
  db: Knex,
  { legal_entity_id, sight }: { legal_entity_id: string; sight: Sight },
  texts: string[]
): Promise<Map<string, ArticleCandidate>> {
  const keyOf = new Map(texts.map((text) => [text, normaliseSearchKey(text) ?? ""]))
  const { rows } = await db.raw<{ rows: (ArticleCandidate & { number_key: string })[] }>(sql(sight), {
    ...sightBindings(sight),
    legal_entity_id,
    number_keys: [...new Set(keyOf.values())],
  })
  const byKey = new Map(rows.map(({ number_key, ...entry }) => [number_key, entry]))
  return new Map(
    [...keyOf].flatMap(([text, key]) => {
      const entry = byKey.get(key)
      return entry ? [[text, entry] as const] : []
    })
  )
}
