import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { prepared } from "../prepared"
import { seesCategory } from "./category-key"
import { type CatalogEntryDetails, entryDetails, type EntryDetailsQuery, type PricesAsOf } from "./entry-details"
import { isVisible, type Sight, sightBindings, sightName } from "./visible-entries"

/** What the card of a product shows beyond its row in the list. */
interface CardFacts {
  description: string | null
  /** In their order; the thumbnail may be among them. */
  images: string[]
  properties: { name: string; value: string }[]
  /** Size, colour … of this variant. */
  characteristics: { name: string; value: string }[]
  barcode: string | null
  /** Grams, as Medusa keeps it. */
  weight: number | null
  /** Categories that dealers see, each with its name. */
  categories: { id: string; name: string }[]
  /** The other listed variants of the product, by title. */
  siblings: { variant_id: string; title: string }[]
}

export interface EntryCard extends PricesAsOf {
  entry: CatalogEntryDetails & CardFacts
}

/** Those set to be shown, in the order that is set. */
const PROPERTIES = `
    select coalesce(jsonb_agg(jsonb_build_object('name', fact.name, 'value', fact.value) order by known.position nulls last, fact.place), '[]')
    from rows from (jsonb_to_recordset(p.metadata -> 'properties') as (name text, value text)) with ordinality as fact (name, value, place)
    left join catalog_property known on known.kind = 'property' and known.name = fact.name
    where known.is_on_card is not false`

/** The ERP load keeps properties and characteristics in the metadata, in words. */
const card = (sight: Sight) => `
  select e.key, p.description, v.barcode, coalesce(v.weight, p.weight) as weight,
    (${PROPERTIES}) as properties, coalesce(v.metadata -> 'characteristics', '[]') as characteristics,
    array(select i.url from image i where i.product_id = p.id and i.deleted_at is null order by i.rank, i.id) as images,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.name, c.id)
      from product_category_product cp join product_category c on c.id = cp.product_category_id
      where cp.product_id = p.id and ${seesCategory(sight, "c.id")}
    ), '[]') as categories,
    coalesce((
      select jsonb_agg(jsonb_build_object('variant_id', s.variant_id, 'title', coalesce(s.variant_title, s.title)) order by s.variant_title, s.key)
      from catalog_entry s where s.product_id = e.product_id and s.is_listed and s.key <> e.key and ${isVisible(sight, "s.key")}
    ), '[]') as siblings
  from catalog_entry e
  join product_variant v on v.id = e.variant_id
  join product p on p.id = e.product_id
  where e.variant_id = :variant_id and e.is_listed and ${isVisible(sight)}`

/** The card of one listed variant; null when there is none, or the dealer does not see it. */
export async function entryCard(
  db: Knex,
  query: Omit<EntryDetailsQuery, "keys"> & { variant_id: string; sight: Sight }
): Promise<EntryCard | null> {
  const { variant_id, sight, ...terms } = query
  const bindings = { variant_id, ...sightBindings(sight) }
  const [found] = await prepared<CardFacts & { key: number }>(db, `entry-card${sightName(sight)}`, card(sight), bindings)
  if (!found) {
    return null
  }
  const { key, ...facts } = found
  const { entries, ...asOf } = await entryDetails(db, { ...terms, keys: [key] })
  const [entry] = entries
  return entry ? { entry: { ...facts, ...entry }, ...asOf } : null
}
