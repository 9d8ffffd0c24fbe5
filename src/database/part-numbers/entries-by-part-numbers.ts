import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { normaliseSearchKey } from "../../modules/catalog/rules/normalise-search-key"
import type { ArticleCandidate } from "../../modules/catalog/rules/resolve-article"
import { isVisible, type Sight, sightBindings } from "../queries/visible-entries"
import { OWNERS_OF_NUMBERS } from "./shared-numbers"

/** An entity's own word goes before that of others in its holding; where they contradict each other, neither is guessed. */
const sql = (sight: Sight) => `
  with meant as (
    select p.number_key, case when bool_or(is_own) then min(p.entry_key) filter (where is_own) when count(distinct p.entry_key) = 1 then min(p.entry_key) end as entry_key
    from (
      select number_key, entry_key, legal_entity_id = :legal_entity_id as is_own from dealer_part_number
      where legal_entity_id in (${OWNERS_OF_NUMBERS}) and number_key = any (cast(:number_keys as text[]))
    ) p
    group by p.number_key
  )
  select p.number_key, e.key as entry_key, e.variant_id, e.article, e.sku, e.title, e.variant_title, e.is_listed
  from meant p join catalog_entry e on e.key = p.entry_key
  where ${isVisible(sight)}`

/** What these texts mean as the dealer's own numbers, or those that his holding shares, by the text; those that are none are left out. */
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
