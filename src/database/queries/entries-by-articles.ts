import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { normaliseSearchKey } from "../../modules/catalog/rules/normalise-search-key"
import { type ArticleCandidate, type ArticleResolution, resolveArticle } from "../../modules/catalog/rules/resolve-article"

/** Candidates told for one ambiguous article. */
const MAX_CANDIDATES = 10

/** `union` and not `or`: each half walks its own index. */
const BY_ARTICLE = `
  with asked as materialized (select distinct unnest(cast(:keys as text[])) as code),
  hit as (
    select asked.code, e.key from asked join catalog_entry e on e.article_key = asked.code
    union
    select asked.code, e.key from asked join catalog_entry e on e.sku_key = asked.code
  ),
  numbered as (
    select hit.code, e.key as entry_key, e.variant_id, e.article, e.sku, e.title, e.variant_title, e.is_listed,
      row_number() over (partition by hit.code order by e.is_listed desc, e.key) as position
    from hit join catalog_entry e on e.key = hit.key
  )
  select * from numbered where position <= :max_candidates order by code, position`

type ArticleRow = ArticleCandidate & { code: string }

/**
 * Finds the entries that articles or SKUs mean, in one statement for thousands of them.
 *
 * @returns a resolution for every asked-for text, keyed by it as written
 */
export async function entriesByArticles(db: Knex, articles: string[]): Promise<Map<string, ArticleResolution>> {
  const keyOf = new Map(articles.map((article) => [article, normaliseSearchKey(article)]))
  const keys = [...new Set([...keyOf.values()].filter((key) => key !== null))]
  const { rows } = keys.length ? await db.raw<{ rows: ArticleRow[] }>(BY_ARTICLE, { keys, max_candidates: MAX_CANDIDATES }) : { rows: [] }
  const candidates = groupByCode(rows)
  return new Map([...keyOf].map(([article, key]) => [article, resolveArticle(article, (key !== null && candidates.get(key)) || [])]))
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

const BY_VARIANT = `
  select key as entry_key, variant_id, article, sku, title, variant_title, is_listed
  from catalog_entry where variant_id = any(cast(:variant_ids as text[]))`

/** The same for variant ids; one that has no entry is unknown. */
export async function entriesByVariants(db: Knex, variantIds: string[]): Promise<Map<string, ArticleResolution>> {
  const { rows } = await db.raw<{ rows: ArticleCandidate[] }>(BY_VARIANT, { variant_ids: variantIds })
  const entryOf = new Map(rows.map((row) => [row.variant_id, row]))
  return new Map(
    variantIds.map((id) => {
      const entry = entryOf.get(id)
      return [id, entry ? resolveArticle(id, [entry]) : { outcome: "unknown" }]
    })
  )
}
