import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { jsonArray } from "./json-array"
import { noteCatalogChange } from "./note-catalog-change"
import { refreshFacts } from "./refresh-facts"
import { refreshLabelsOfEntries } from "./refresh-label-entries"
import { ALL_VARIANTS, refreshTraitEntries } from "./refresh-trait-entries"

/**
 * What to refresh. A temporary table has a text column `variant_id` and may name a variant twice; with `isInOrder` also a column `place`, in the
 * order of which new entries get their keys. Siblings of a named variant are refreshed too, since a characteristic that appears takes the plain
 * item off the list.
 */
export type CatalogRefreshScope = { variantIds: string[] } | { productIds: string[] } | { tempTable: string; isInOrder?: true } | "all"

/** Rows written; entries that already were as they should be are not touched. */
export interface CatalogRefreshCounts {
  created: number
  updated: number
}

/**
 * Brings `catalog_entry`, which entries bear labels by rule and have the traits that price adjustments aim at, and the facts that dealers narrow it by, in line with Medusa's
 * own tables for a set of variants, in statements that write only what differs.
 * Runs in the caller's transaction, so that a load and the catalogue become visible together.
 *
 * What it reads beyond the plain columns (all optional):
 * - `product_variant.metadata`: `article` (as the ERP writes it; the SKU stands in), `is_base` true on the plain item of a product
 *   that may have characteristics (unlisted as soon as it has one), `is_withdrawn` true on an offer the ERP has taken back;
 * - `product.metadata`: `vat_rate`, percent as a decimal string; `position`, the sort number of the ERP; what {@link refreshFacts} reads;
 * - `product_position`: sort numbers that the staff gave, which go before.
 *
 * `isAnew`: facts are looked at even where a digest says that nothing has changed.
 *
 * A variant that is gone stays as an unlisted entry: prices and old orders point at its key.
 */
export async function refreshCatalogEntries(db: Knex, scope: CatalogRefreshScope, { isAnew = false } = {}): Promise<CatalogRefreshCounts> {
  await db.raw(ENSURE_CATEGORY_KEYS)
  const refreshed = await refreshedVariants(db, scope)
  const merged = await db.raw<{ rows: CatalogRefreshCounts[] }>(mergeEntries(refreshed.cte, refreshed.places), refreshed.bindings)
  const unlisted = await db.raw<{ rows: { updated: number }[] }>(unlistMissing(refreshed.maybeGone), refreshed.bindings)
  const whole = { sql: refreshed.withSiblings, bindings: refreshed.bindings }
  await refreshLabelsOfEntries(db, whole)
  await refreshTraitEntries(db, whole)
  const isRefined = await refreshFacts(db, whole, isAnew)
  const counts = {
    created: merged.rows[0]?.created ?? 0,
    updated: (merged.rows[0]?.updated ?? 0) + (unlisted.rows[0]?.updated ?? 0),
  }
  if (isRefined || counts.created + counts.updated > 0) {
    await noteCatalogChange(db)
  }
  return counts
}

/** SQL that says which variants are refreshed, with the positional bindings of each of these. */
interface RefreshedVariants {
  /** CTE `variant`, and those that it is made of: all variants that are there. */
  cte: string
  /** In which order entries are made, by `variant_id`; null = in any. */
  places: string | null
  /** A select of `variant_id`: among them all that Medusa does not have any more. */
  maybeGone: string
  /** A select of `variant_id`: the named variants and their siblings. */
  withSiblings: string
  bindings: string[][]
}

async function refreshedVariants(db: Knex, scope: CatalogRefreshScope): Promise<RefreshedVariants> {
  if (scope === "all") {
    const maybeGone = `select id as variant_id from product_variant union select variant_id from catalog_entry`
    return { cte: ALL, places: null, maybeGone, withSiblings: ALL_VARIANTS.sql, bindings: [] }
  }
  if ("tempTable" in scope) {
    return settledVariants(db, scope)
  }
  const { sql, bindings } =
    "variantIds" in scope
      ? { sql: `select unnest(?::text[]) as variant_id`, bindings: [scope.variantIds] }
      : { sql: VARIANTS_OF_PRODUCTS, bindings: [scope.productIds] }
  return { cte: variantsOf(sql), places: null, maybeGone: sql, withSiblings: withSiblings(sql), bindings }
}

const VARIANTS_OF_PRODUCTS = `
  with product_id as materialized (select distinct unnest(?::text[]) as id)
  select v.id as variant_id from product_variant v join product_id on product_id.id = v.product_id
  union select e.variant_id from catalog_entry e join product_id on product_id.id = e.product_id`

/** Many variants are looked up with their siblings once, and not by every statement. */
async function settledVariants(db: Knex, scope: { tempTable: string; isInOrder?: true }): Promise<RefreshedVariants> {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(scope.tempTable)) {
    throw new MedusaError(MedusaError.Types.INVALID_ARGUMENT, `"${scope.tempTable}" is not the name of a temporary table`)
  }
  await db.raw(`drop table if exists refreshed_variant`)
  await db.raw(settleVariants(scope.tempTable, scope.isInOrder ? "min(place)" : "null::int"))
  await db.raw(`analyze refreshed_variant`)
  return {
    cte: `variant as materialized (select ${VARIANT_FACTS} from refreshed_variant r join product_variant v on v.id = r.variant_id)`,
    places: scope.isInOrder ? `select variant_id, place from refreshed_variant` : null,
    maybeGone: `select variant_id from refreshed_variant where is_gone`,
    withSiblings: `select variant_id from refreshed_variant`,
    bindings: [],
  }
}

const settleVariants = (table: string, place: string) => `
  create temporary table refreshed_variant on commit drop as
  with named as materialized (select variant_id, ${place} as place from "${table}" group by variant_id),
  own as materialized (
    select n.variant_id, n.place, v.id is null as is_gone, v.product_id from named n left join product_variant v on v.id = n.variant_id
  )
  select variant_id, place, is_gone from own
  union all
  select v.id, null, false from product_variant v
  where v.deleted_at is null and v.product_id in (select product_id from own) and not exists (select from own where own.variant_id = v.id)`

const withSiblings = (sql: string) => `
  with named as materialized (${sql})
  select variant_id from named
  union
  select sibling.id from named
  join product_variant v on v.id = named.variant_id
  join product_variant sibling on sibling.product_id = v.product_id and sibling.deleted_at is null`

/** `where not exists` and not `on conflict`: the latter burns an identity value for every row that is already there. */
const ENSURE_CATEGORY_KEYS = `
  insert into catalog_category (category_id)
  select c.id from product_category c
  where not exists (select from catalog_category k where k.category_id = c.id)
  order by c.id
  on conflict (category_id) do nothing`

const VALUE_COLUMNS = [
  "product_id",
  "inventory_item_id",
  "price_set_id",
  "sku",
  "article",
  "title",
  "variant_title",
  "thumbnail",
  "category_keys",
  "vat_rate",
  "is_listed",
  "property_words",
  "position",
]

/**
 * What is known per product of CTE `variant`: its family of variants and the keys of its categories with all their ancestors. Where a category, or
 * one above it, is switched off, nobody finds the product there, but what rules say of these categories holds: their keys are told as negative ones
 * (`shut`), unless another place of the product has the same.
 */
const PRODUCT_FACTS = `
  family as (
    select product_id, count(*) as size, bool_or(not is_base and not is_withdrawn) as has_characteristics
    from variant where deleted_at is null group by product_id
  ),
  category as (
    select c.id, array_agg(k.key order by k.key) as keys, bool_and(ancestor.is_active and not ancestor.is_internal) as is_open
    from product_category c
    cross join lateral string_to_table(c.mpath, '.') as path (id)
    join product_category ancestor on ancestor.id = path.id
    join catalog_category k on k.category_id = ancestor.id
    group by c.id
    having bool_and(ancestor.deleted_at is null)
  ),
  placed as (
    select cp.product_id, count(*) as size, min(c.keys) as keys, string_agg(array_to_string(c.keys, ','), ',') as all_keys
    from (select distinct product_id from variant) p
    join product_category_product cp on cp.product_id = p.product_id
    join category c on c.id = cp.product_category_id and c.is_open
    group by cp.product_id
  ),
  shut as (
    select cp.product_id, array_agg(distinct -place.key) as keys
    from category c
    join product_category_product cp on cp.product_category_id = c.id and cp.product_id in (select product_id from variant)
    cross join lateral unnest(c.keys) as place (key)
    where not c.is_open
    group by cp.product_id
  ),
  placement as (
    select product_id,
      case when size = 1 then keys else (select array_agg(distinct key::int order by key::int) from string_to_table(all_keys, ',') key) end as keys
    from placed
  )`

/** Products that wait in the inbox. */
const WAITING = `
  waiting as (
    select distinct link.product_id from catalog_category k
    join product_category_product link on link.product_category_id = k.category_id
    where k.is_inbox and link.product_id in (select product_id from variant)
  )`

/** What is read of a variant `v`. */
const VARIANT_FACTS = `
  v.id, v.product_id, v.sku, v.title, v.thumbnail, v.deleted_at, v.metadata -> 'characteristics' as characteristics,
  nullif(v.metadata ->> 'article', '') as article,
  coalesce(v.metadata ->> 'is_base', '') = 'true' as is_base,
  coalesce(v.metadata ->> 'is_withdrawn', '') = 'true' as is_withdrawn`

/** Longer ones are descriptions. */
const SEARCHED_VALUE_MAX = 100

/** Values by which products are searched for besides their titles. Those of properties are only read where one is set so. */
const PROPERTY_WORDS = `
      nullif(concat_ws(' ',
        case when (select is_searchable from catalog_property where id = 'brand') then nullif(p.metadata ->> 'manufacturer', '') end,
        case when (select searched.names from searched) is not null then (
          select string_agg(fact.value, ' ' order by fact.value)
          from jsonb_to_recordset(${jsonArray("p.metadata -> 'properties'")} || ${jsonArray("v.characteristics")}) as fact (name text, value text)
          where fact.name = any ((select searched.names from searched)::text[]) and length(fact.value) <= ${SEARCHED_VALUE_MAX}
        ) end
      ), '')`

/** The named variants and their siblings. */
const variantsOf = (namedSql: string) => `
  named as materialized (select distinct variant_id from (${namedSql}) mentioned),
  own as materialized (select ${VARIANT_FACTS} from named join product_variant v on v.id = named.variant_id),
  variant as materialized (
    select * from own
    union all
    select ${VARIANT_FACTS} from product_variant v
    where v.deleted_at is null and v.product_id in (select product_id from own)
      and not exists (select from named where named.variant_id = v.id)
  )`

/** All variants: named one by one, the planner would take them for a few and join them pair by pair. */
const ALL = `variant as materialized (select ${VARIANT_FACTS} from product_variant v)`

/** Columns of {@link VALUE_COLUMNS} as the row should be, from CTE `wanted`; of the variants in CTE `variant`. */
const wantedEntries = (variants: string) => `
  ${variants},
  ${PRODUCT_FACTS},
  ${WAITING},
  searched as materialized (select array_agg(name) as names from catalog_property where kind = 'property' and is_searchable),
  stocked as (
    select link.variant_id, min(link.inventory_item_id) as inventory_item_id
    from variant v join product_variant_inventory_item link on link.variant_id = v.id
    where link.deleted_at is null group by link.variant_id
  ),
  priced as (
    select link.variant_id, min(link.price_set_id) as price_set_id
    from variant v join product_variant_price_set link on link.variant_id = v.id
    where link.deleted_at is null group by link.variant_id
  ),
  offered as (
    select distinct link.product_id
    from (select distinct product_id from variant) p
    join product_sales_channel link on link.product_id = p.product_id
    where link.deleted_at is null
      and link.sales_channel_id = any (array(select default_sales_channel_id from store where deleted_at is null))
  ),
  wanted as (
    select v.id as variant_id, v.product_id, stocked.inventory_item_id, priced.price_set_id, v.sku,
      coalesce(v.article, v.sku) as article,
      coalesce(p.title, v.title) as title,
      case when p.id is null or v.is_base or family.size = 1 then null else v.title end as variant_title,
      coalesce((select small.thumbnail_url from uploaded_image small where small.url = coalesce(v.thumbnail, p.thumbnail)), v.thumbnail, p.thumbnail) as thumbnail,
      case when shut.product_id is null then coalesce(placement.keys, '{}') else (
        select array_agg(key order by key)
        from (
          select unnest(placement.keys) as key
          union all select key from unnest(shut.keys) as key where placement.keys is null or -key <> all (placement.keys)
        ) places
      ) end as category_keys,
      case when p.metadata ->> 'vat_rate' ~ '^[0-9]{1,2}([.][0-9]+|)$' then (p.metadata ->> 'vat_rate')::numeric(5, 2) end as vat_rate,
      (
        v.deleted_at is null and not v.is_withdrawn
        and p.id is not null and p.deleted_at is null and p.status = 'published' and offered.product_id is not null
        and not (v.is_base and family.has_characteristics)
        and (waiting.product_id is null or placement.product_id is not null)
      ) as is_listed,
      ${PROPERTY_WORDS} as property_words,
      coalesce(given.position, case when jsonb_typeof(p.metadata -> 'position') = 'number' then (p.metadata ->> 'position')::int end) as position,
      v.deleted_at
    from variant v
    left join product p on p.id = v.product_id
    left join family on family.product_id = v.product_id
    left join placement on placement.product_id = v.product_id
    left join shut on shut.product_id = v.product_id
    left join waiting on waiting.product_id = v.product_id
    left join stocked on stocked.variant_id = v.id
    left join priced on priced.variant_id = v.id
    left join offered on offered.product_id = v.product_id
    left join product_position given on given.product_id = v.product_id
  )`

/** What a person may misspell: neither numbers and codes nor what is too short to be like anything. */
export const IS_LEXICON_WORD = `word !~ '[0-9]' and length(word) between 3 and 40`

/** An entry has been listed since it was for the first time. */
const setEntry = (row: string, said: string, listedNow: string) => `
      ${VALUE_COLUMNS.map((column) => `${column} = ${said}.${column}`).join(", ")}, updated_at = now(),
      listed_at = coalesce(${row}.listed_at, case when ${row}.is_listed then ${row}.created_at end, ${listedNow})`

const LISTED_NOW = "case when differing.is_listed then now() end"
const titlesOf = (row: string) => `${row}.sort_title || coalesce(' ' || kontor_sort_title(${row}.property_words), '') as titles`

/**
 * The comparison stands before all writing: `on conflict … where` alone would lock every unchanged row and write for nothing. What is there already is
 * locked in one order, whoever writes, and changed as what it is: put in and met with a conflict, its generated columns would be computed twice. What is new
 * may have come from another transaction meanwhile.
 */
const mergeEntries = (variants: string, places: string | null) => `
  with ${wantedEntries(variants)},
  differing as materialized (
    select e.key as entry_key, w.*
    from wanted w left join catalog_entry e on e.variant_id = w.variant_id
    where (e.key is null and w.deleted_at is null)
      or (e.key is not null and (${VALUE_COLUMNS.map((column) => `e.${column}`).join(", ")})
        is distinct from (${VALUE_COLUMNS.map((column) => `w.${column}`).join(", ")}))
  ),
  held as materialized (
    select e.key from differing join catalog_entry e on e.key = differing.entry_key order by e.variant_id for update of e
  ),
  changed as (
    update catalog_entry e set ${setEntry("e", "differing", LISTED_NOW)}
    from held join differing on differing.entry_key = held.key
    where e.key = held.key
    returning false as is_new, ${titlesOf("e")}
  ),
  added as (
    insert into catalog_entry as entry (variant_id, ${VALUE_COLUMNS.join(", ")}, listed_at)
    select differing.variant_id, ${VALUE_COLUMNS.map((column) => `differing.${column}`).join(", ")}, ${LISTED_NOW}
    from differing
    ${places ? `left join (${places}) told on told.variant_id = differing.variant_id` : ""}
    where differing.entry_key is null
    order by ${places ? "told.place nulls first, " : ""}differing.variant_id
    on conflict (variant_id) do update set ${setEntry("entry", "excluded", "excluded.listed_at")}
    returning (xmax = 0) as is_new, ${titlesOf("entry")}
  ),
  written as (select * from changed union all select * from added),
  learned as (
    insert into catalog_word (word)
    select word from (select distinct word from written cross join string_to_table(written.titles, ' ') as word where ${IS_LEXICON_WORD}) named
    where not exists (select from catalog_word known where known.word = named.word)
    order by word
    on conflict (word) do nothing
  )
  select (count(*) filter (where is_new))::int as created, (count(*) filter (where not is_new))::int as updated from written`

/** A variant deleted from Medusa for good has no row to merge from. */
const unlistMissing = (namedSql: string) => `
  with named as materialized (${namedSql}),
  written as (
    update catalog_entry e set is_listed = false, updated_at = now()
    from named
    where e.variant_id = named.variant_id and e.is_listed
      and not exists (select from product_variant v where v.id = e.variant_id)
    returning 1
  )
  select count(*)::int as updated from written`
