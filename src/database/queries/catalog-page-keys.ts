import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { parseQuery, type ParsedQuery } from "../../modules/catalog/rules/parse-query"

export type CatalogSort = "relevance" | "name" | "article" | "newest"

export interface CatalogPageQuery {
  /** What the dealer typed; empty = everything. */
  q: string
  /** Key of a category whose whole subtree is meant; null = all. */
  category_key: number | null
  /** "relevance" = the article as typed first, then by name. */
  sort: CatalogSort
  limit: number
  offset: number
}

/** One page of entry keys in order, with the exact number of all that match. */
export interface CatalogPageKeys {
  total: number
  keys: number[]
}

type Bindings = Record<string, string | number | number[]>
interface Sql {
  text: string
  bindings: Bindings
}

/** Statement 1 of a catalogue page: what is visible, counted and cut to the page. */
export async function catalogPageKeys(db: Knex, query: CatalogPageQuery): Promise<CatalogPageKeys> {
  const parsed = parseQuery(query.q)
  const isSearch = parsed.words !== "" || parsed.codes.length > 0
  const where = visible(query, parsed)
  const order = orderBy(query.sort, parsed)
  const text = isSearch ? searchedPage(where.text, order.text) : browsedPage(where.text, order.text)
  const { rows } = await db.raw<{ rows: CatalogPageKeys[] }>(text, {
    ...where.bindings,
    ...order.bindings,
    page_size: query.limit,
    page_offset: query.offset,
  })
  return rows[0] ?? { total: 0, keys: [] }
}

/** Two plans: the count scans what matches, the page walks the sort index (or sorts the few rows of a small category). */
const browsedPage = (where: string, order: string) => `
  select
    (select count(*)::int from catalog_entry e where ${where}) as total,
    array(select e.key from catalog_entry e where ${where} order by ${order} limit :page_size offset :page_offset) as keys`

/** The planner cannot foresee how many rows a search text finds; materialised, it never walks a sort index in search of two rows. */
const searchedPage = (where: string, order: string) => `
  with e as materialized (select key, sort_title, article_key, sku_key from catalog_entry e where ${where})
  select
    (select count(*)::int from e) as total,
    array(select e.key from e order by ${order} limit :page_size offset :page_offset) as keys`

function visible({ category_key }: CatalogPageQuery, parsed: ParsedQuery): Sql {
  const inCategory: Sql =
    category_key === null ? NO_LIMIT : { text: "e.category_keys @> :category_keys", bindings: { category_keys: [category_key] } }
  const found = matches(parsed)
  return {
    text: ["e.is_listed", inCategory.text, found.text].filter(Boolean).join(" and "),
    bindings: { ...inCategory.bindings, ...found.bindings },
  }
}

const NO_LIMIT: Sql = { text: "", bindings: {} }

/** Every token must be found, or all of them together in one article. A text of stop words alone ("для") restricts nothing. */
function matches({ words, codes, whole }: ParsedQuery): Sql {
  const parts: string[] = []
  const bindings: Bindings = {}
  if (words) {
    bindings.words = words
    parts.push(`(numnode(${TSQUERY(":words")}) = 0 or e.words @@ ${TSQUERY(":words")})`)
  }
  codes.forEach(({ key, word }, index) => {
    bindings[`code_${index}`] = infix(key)
    bindings[`code_word_${index}`] = word
    parts.push(`(${inCodes(`:code_${index}`)} or e.words @@ ${TSQUERY(`:code_word_${index}`)})`)
  })
  if (parts.length === 0) {
    return NO_LIMIT
  }
  if (whole === null) {
    return { text: parts.join(" and "), bindings }
  }
  return { text: `((${parts.join(" and ")}) or ${inCodes(":whole_code")})`, bindings: { ...bindings, whole_code: infix(whole) } }
}

const TSQUERY = (binding: string) => `to_tsquery('kontor_russian', ${binding})`
const inCodes = (binding: string) => `e.article_key like ${binding} or e.sku_key like ${binding}`

/** A key holds letters and digits only, so nothing in it means anything to LIKE. */
const infix = (key: string) => `%${key}%`

function orderBy(sort: CatalogSort, { codes, whole }: ParsedQuery): Sql {
  const code = whole ?? codes[0]?.key
  switch (sort) {
    case "article":
      return { text: "e.article_key, e.key", bindings: {} }
    case "newest":
      return { text: "e.key desc", bindings: {} }
    case "relevance":
      return code === undefined ? BY_NAME : exactCodeFirst(code)
    case "name":
      return BY_NAME
  }
}

const BY_NAME: Sql = { text: "e.sort_title, e.key", bindings: {} }

const exactCodeFirst = (code: string): Sql => ({
  text: `
    case
      when e.article_key = :typed_code or e.sku_key = :typed_code then 0
      when e.article_key ^@ :typed_code or e.sku_key ^@ :typed_code then 1
      else 2
    end, ${BY_NAME.text}`,
  bindings: { typed_code: code },
})
