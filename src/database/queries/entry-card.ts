import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Measure, measuresOf } from "../../modules/product-card/rules/measures"
import { RELATION_KINDS, type RelationKind, RELATIONS_SHOWN } from "../../modules/product-card/rules/relation"
import type { DocumentKind } from "../../modules/product-card/rules/document"
import { prepared } from "../prepared"
import { CARD_DOCUMENTS } from "../product-card/documents-of-product"
import { type CatalogEntryDetails, entryDetails, type EntryDetailsQuery, type PricesAsOf } from "./entry-details"
import { noveltiesBeside } from "./novelties-beside"
import { RELATED_KEYS } from "./related-keys"
import { SEEN_PLACES } from "./seen-places"
import { isVisible, type Sight, sightBindings, sightName } from "./visible-entries"

/** A document as the card lists it; its file is fetched by the id. */
interface CardDocument {
  id: string
  kind: DocumentKind
  title_ru: string
  title_en: string | null
  number: string | null
  /** The last day, YYYY-MM-DD; null = for ever. */
  valid_until: string | null
  is_valid: boolean
  name: string
  mime_type: string
  bytes: number
}

/** What the card of a product shows beyond its row in the list. */
interface CardFacts {
  description: string | null
  /** In their order; the thumbnail may be among them. */
  images: string[]
  /** Those set to be shown, in the order that is set. `unit` is that of a value which names none itself. */
  properties: { name: string; title_ru: string | null; title_en: string | null; value: string; unit: string | null }[]
  /** Size, colour … of this variant. */
  characteristics: { name: string; value: string }[]
  barcode: string | null
  manufacturer: string | null
  country: string | null
  /** Of one base unit. */
  measures: Measure[]
  /** Categories that dealers see, each with its name. */
  categories: { id: string; name: string }[]
  /** The other listed variants of the product, by title. */
  siblings: { variant_id: string; title: string }[]
  /** Those of the product, of its categories and of its brand. */
  documents: CardDocument[]
}

/** What is shown beside a product; each product by its first variant that the dealer sees. */
type Beside = Record<RelationKind | "novelties", CatalogEntryDetails[]>

export interface EntryCard extends PricesAsOf {
  entry: CatalogEntryDetails & CardFacts
  beside: Beside
}

type CardRow = Omit<CardFacts, "measures"> &
  Record<MeasureField, number | null> & {
    key: number
    product_id: string
    requisites: Record<string, unknown> | null
    relations: Partial<Record<RelationKind, number[]>> | null
    deepest_category_id: string | null
  }

const PROPERTIES = `
    select coalesce(jsonb_agg(
      jsonb_build_object(
        'name', fact.name, 'title_ru', known.title_ru, 'title_en', known.title_en, 'value', fact.value,
        'unit', case when translate(fact.value, '0123456789.,-', '') = '' then coalesce(known.unit, known.proposed_unit) end
      ) order by known.position nulls last, fact.place), '[]')
    from rows from (jsonb_to_recordset(p.metadata -> 'properties') as (name text, value text)) with ordinality as fact (name, value, place)
    left join catalog_property known on known.kind = 'property' and known.name = fact.name
    where known.is_on_card is not false`

/** Measures that Medusa has a field for, of the variant or else of the product. */
const FIELDS = ["weight", "length", "width", "height"] as const
type MeasureField = (typeof FIELDS)[number]

/** The ERP load keeps properties and characteristics in the metadata, in words. */
const card = (sight: Sight) => `
  select e.key, p.id as product_id, p.description, v.barcode, p.metadata ->> 'manufacturer' as manufacturer, p.metadata ->> 'country' as country,
    ${FIELDS.map((name) => `coalesce(v.${name}, p.${name}) as ${name}`).join(", ")}, p.metadata -> 'requisites' as requisites,
    (${PROPERTIES}) as properties, coalesce(v.metadata -> 'characteristics', '[]') as characteristics,
    array(select i.url from image i where i.product_id = p.id and i.deleted_at is null order by i.rank, i.id) as images,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.name ${AS_READ}, c.id)
      from ${SEEN_PLACES}
    ), '[]') as categories,
    (select c.id from ${SEEN_PLACES} order by length(c.mpath) desc, c.id limit 1) as deepest_category_id,
    coalesce((
      select jsonb_agg(jsonb_build_object('variant_id', s.variant_id, 'title', coalesce(s.variant_title, s.title)) order by s.variant_title ${AS_READ}, s.key)
      from catalog_entry s where s.product_id = e.product_id and s.is_listed and s.key <> e.key and ${isVisible(sight, "s.key")}
    ), '[]') as siblings,
    (${RELATED_KEYS(sight)}) as relations, (${CARD_DOCUMENTS}) as documents
  from catalog_entry e
  join product_variant v on v.id = e.variant_id
  join product p on p.id = e.product_id
  where e.variant_id = :variant_id and e.is_listed and ${isVisible(sight)}`

/** The card of one listed variant; null when there is none, or the dealer does not see it. What is shown beside it is priced by the same statement. */
export async function entryCard(
  db: Knex,
  query: Omit<EntryDetailsQuery, "keys"> & { variant_id: string; sight: Sight }
): Promise<EntryCard | null> {
  const { variant_id, sight, ...terms } = query
  const bindings = { variant_id, relations_shown: RELATIONS_SHOWN, day: query.day, ...sightBindings(sight) }
  const [row] = await prepared<CardRow>(db, `entry-card${sightName(sight)}`, card(sight), bindings)
  if (!row) {
    return null
  }
  const { key, product_id, deepest_category_id, relations } = row
  const novelties = deepest_category_id === null ? [] : await noveltiesBeside(db, { product_id, category_id: deepest_category_id, sight })
  const wanted = [
    ...RELATION_KINDS.map((kind) => ({ name: kind, keys: relations?.[kind] ?? [] })),
    { name: "novelties" as const, keys: novelties },
  ]
  const keys = [...new Set([key, ...wanted.flatMap((list) => list.keys)])]
  const { entries, ...asOf } = await entryDetails(db, { ...terms, keys })
  // Entries keep their keys for ever, so each key has its row, in the order of the keys.
  const entryOf = new Map(entries.map((entry, place) => [keys[place], entry]))
  const beside: Beside = { related: [], analogue: [], accessory: [], novelties: [] }
  for (const list of wanted) {
    beside[list.name] = list.keys.flatMap((each) => entryOf.get(each) ?? [])
  }
  const entry = entryOf.get(key)
  return entry ? { entry: { ...factsOf(row), ...entry }, beside, ...asOf } : null
}

function factsOf(row: CardRow): CardFacts {
  const { description, images, properties, characteristics, barcode, manufacturer, country, categories, siblings, documents, requisites } =
    row
  const { weight, length, width, height } = row
  const measures = measuresOf({ fields: { weight, length, width, height }, requisites })
  return { description, images, properties, characteristics, barcode, manufacturer, country, measures, categories, siblings, documents }
}
