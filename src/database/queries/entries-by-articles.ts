import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { normaliseSearchKey } from "../../modules/catalog/rules/normalise-search-key"
import { type ArticleCandidate, type ArticleResolution, resolveArticle } from "../../modules/catalog/rules/resolve-article"
import { splitCharacteristic } from "../../modules/catalog/rules/split-characteristic"
import { isBarcode } from "./named-entries"
import { isVisible, type Sight, sightBindings } from "./visible-entries"

/** Candidates told for one ambiguous article. */
const MAX_CANDIDATES = 10

/** `union` and not `or`: each half walks its own index. */
const byArticle = (sight: Sight) => `
  with asked as materialized (select distinct unnest(cast(:keys as text[])) as code),
  hit as (
    select asked.code, e.key from asked join catalog_entry e on e.article_key = asked.code
    union
    select asked.code, e.key from asked join catalog_entry e on e.sku_key = asked.code
  ),
  numbered as (
    select hit.code, e.key as entry_key, e.variant_id, e.article, e.sku, e.title, e.variant_title, e.is_listed,
      row_number() over (partition by hit.code order by e.is_listed desc, e.key) as position
    from hit join catalog_entry e on e.key = hit.key where ${isVisible(sight)}
  )
  select * from numbered where position <= :max_candidates order by code, position`

type ArticleRow = ArticleCandidate & { code: string }

/** Barcodes are compared as they are; a characteristic together with the article that it belongs to. */
const byBarcode = (sight: Sight) => `
  with hit as (
    select asked.code, e.key from unnest(cast(:barcodes as text[])) as asked (code)
    join product_variant v on v.barcode = asked.code and v.deleted_at is null
    join catalog_entry e on e.variant_id = v.id
    union
    select asked.code, e.key
    from unnest(cast(:codes as text[]), cast(:article_keys as text[]), cast(:characteristic_keys as text[])) as asked (code, article_key, characteristic_key)
    join catalog_entry e on e.article_key = asked.article_key and kontor_search_key(e.variant_title) = asked.characteristic_key
  ),
  numbered as (
    select hit.code, e.key as entry_key, e.variant_id, e.article, e.sku, e.title, e.variant_title, e.is_listed,
      row_number() over (partition by hit.code order by e.is_listed desc, e.key) as position
    from hit join catalog_entry e on e.key = hit.key where ${isVisible(sight)}
  )
  select * from numbered where position <= :max_candidates order by code, position`

/**
 * Finds the entries that articles or SKUs mean, in one statement for thousands of them; what neither knows is asked for once more as a barcode
 * and as an article with a characteristic.
 *
 * @param sight what is not seen is unknown; null = the staff asks
 * @returns a resolution for every asked-for text, keyed by it as written
 */
export async function entriesByArticles(db: Knex, articles: string[], sight: Sight): Promise<Map<string, ArticleResolution>> {
  const keyOf = new Map(articles.map((article) => [article, normaliseSearchKey(article)]))
  const keys = [...new Set([...keyOf.values()].filter((key) => key !== null))]
  const bindings = { keys, max_candidates: MAX_CANDIDATES, ...sightBindings(sight) }
  const { rows } = keys.length ? await db.raw<{ rows: ArticleRow[] }>(byArticle(sight), bindings) : { rows: [] }
  const candidates = groupByCode(rows)
  const unknown = articles.filter((article) => !candidates.has(keyOf.get(article) ?? ""))
  const named = await byBarcodeOrCharacteristic(db, [...new Set(unknown)], sight)
  return new Map(
    [...keyOf].map(([article, key]) => [
      article,
      resolveArticle(article, (key !== null && candidates.get(key)) || named.get(article) || []),
    ])
  )
}

async function byBarcodeOrCharacteristic(db: Knex, texts: string[], sight: Sight): Promise<Map<string, ArticleCandidate[]>> {
  const barcodes = texts.map((text) => text.trim()).filter(isBarcode)
  const splits = texts.flatMap((code) => splitCharacteristic(code).map((split) => ({ code, ...split })))
  if (barcodes.length === 0 && splits.length === 0) {
    return new Map()
  }
  const { rows } = await db.raw<{ rows: ArticleRow[] }>(byBarcode(sight), {
    ...sightBindings(sight),
    barcodes,
    codes: splits.map((split) => split.code),
    article_keys: splits.map((split) => split.article_key),
    characteristic_keys: splits.map((split) => split.characteristic_key),
    max_candidates: MAX_CANDIDATES,
  })
  return groupByCode(rows)
}

function groupByCode(rows: ArticleRow[]): Map<string, ArticleCandidate[]> {
  const groups = new Map<string, ArticleCandidate[]>()
  for (const { code, ...candidate } of rows) {
    const group = groups.get(code)
    if (group) {
      group.push(candidate)
    } else {
      groups.set(code, [candidate])
    }
  }
  return groups
}

const byVariant = (sight: Sight) => `
  select key as entry_key, variant_id, article, sku, title, variant_title, is_listed
  from catalog_entry e where variant_id = any(cast(:variant_ids as text[])) and ${isVisible(sight)}`

/** The same for variant ids; one that has no entry is unknown. */
export async function entriesByVariants(db: Knex, variantIds: string[], sight: Sight): Promise<Map<string, ArticleResolution>> {
  const { rows } = await db.raw<{ rows: ArticleCandidate[] }>(byVariant(sight), { variant_ids: variantIds, ...sightBindings(sight) })
  const entryOf = new Map(rows.map((row) => [row.variant_id, row]))
  return new Map(
    variantIds.map((id) => {
      const entry = entryOf.get(id)
      return [id, entry ? resolveArticle(id, [entry]) : { outcome: "unknown" }]
    })
  )
}
