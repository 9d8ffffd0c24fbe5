import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { parseQuery, type ParsedQuery } from "../../modules/catalog/rules/parse-query"
import { prepared } from "../prepared"

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

interface Page extends Sql {
  /** Under which it is prepared; null = its best plan depends on what is sought. */
  name: string | null
}

/** What to order by, both ways; equal rows cannot occur, since the key is always part of it. */
interface Order extends Sql {
  name: string
  reversed: string
}

/** Statement 1 of a catalogue page: what is visible, counted and cut to the page. */
export async function catalogPageKeys(db: Knex, query: CatalogPageQuery): Promise<CatalogPageKeys> {
  const parsed = parseQuery(query.q)
  const page = isSearch(parsed) ? searchedPage(query, parsed) : browsedPage(query)
  const bindings = { ...page.bindings, page_size: query.limit, page_offset: query.offset }
  const [found] = page.name
    ? await prepared<CatalogPageKeys>(db, page.name, page.text, bindings)
    : (await db.raw<{ rows: CatalogPageKeys[] }>(page.text, bindings)).rows
  return found ?? { total: 0, keys: [] }
}

/** A text without a letter or digit restricts nothing. */
const isSearch = ({ words, codes }: ParsedQuery): boolean => words !== "" || codes.length > 0

/** The total is kept by triggers (`catalog_total`), so nothing is counted here. */
function browsedPage({ category_key, sort }: CatalogPageQuery): Page {
  const order = browsingOrder(sort)
  return category_key === null
    ? {
        name: `catalog-by-${order.name}`,
        text: `with ${COUNTED} select total, case ${walk("e.is_listed", order)} end as keys from counted`,
        bindings: { total_key: WHOLE, whole_key: WHOLE },
      }
    : {
        name: `category-by-${order.name}`,
        text: categoryPage(order),
        bindings: { total_key: category_key, whole_key: WHOLE, category_keys: [category_key] },
      }
}

/** Key of the whole catalogue in `catalog_total`. */
const WHOLE = 0

const COUNTED = `
  counted as materialized (
    select coalesce(sum(entries) filter (where category_key = :total_key), 0)::int as total,
      coalesce(sum(entries) filter (where category_key = :whole_key), 0)::int as whole
    from catalog_total where category_key in (:total_key, :whole_key)
  )`

/**
 * Goods of one category often stand together in the order of names, so that a walk along the sort index may pass nearly all others first. A
 * category is therefore gathered and sorted, unless it has more than a quarter of the whole catalogue: then a walk soon meets it.
 */
const categoryPage = (order: Order) => `
  with ${COUNTED},
  within as materialized (
    select e.key, e.sort_title, e.article_key from counted cross join catalog_entry e
    where total <= whole / 4 and e.is_listed and e.category_keys @> :category_keys
  )
  select total, case
      when total <= whole / 4 then array(select e.key from within e order by ${order.text} limit :page_size offset :page_offset)
      ${walk("e.is_listed and e.category_keys @> :category_keys", order)}
    end as keys
  from counted`

/** Two branches of a `case`: along the sort index from its nearer end. What lies behind the middle is reached from the last row. */
const walk = (where: string, { text, reversed }: Order) => `
  when :page_offset <= total / 2 then array(
    select e.key from catalog_entry e where ${where} order by ${text} limit :page_size offset :page_offset
  )
  else array(
    select e.key from (
      select e.key, e.sort_title, e.article_key from catalog_entry e where ${where}
      order by ${reversed}
      limit greatest(least(:page_size, total - :page_offset), 0) offset greatest(total - :page_offset - :page_size, 0)
    ) e
    order by ${text}
  )`

/** The planner cannot foresee how many rows a search text finds; materialised, it never walks a sort index in search of two rows. */
function searchedPage(query: CatalogPageQuery, parsed: ParsedQuery): Page {
  const where = visible(query, parsed)
  const order = searchOrder(query.sort, parsed)
  return {
    name: null,
    text: `
      with e as materialized (select key, sort_title, article_key, sku_key from catalog_entry e where ${where.text})
      select
        (select count(*)::int from e) as total,
        array(select e.key from e order by ${order.text} limit :page_size offset :page_offset) as keys`,
    bindings: { ...where.bindings, ...order.bindings },
  }
}

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

const BY_NAME: Order = { name: "name", text: "e.sort_title, e.key", reversed: "e.sort_title desc, e.key desc", bindings: {} }
const BY_ARTICLE: Order = { name: "article", text: "e.article_key, e.key", reversed: "e.article_key desc, e.key desc", bindings: {} }
const NEWEST_FIRST: Order = { name: "newest", text: "e.key desc", reversed: "e.key", bindings: {} }

function browsingOrder(sort: CatalogSort): Order {
  switch (sort) {
    case "article":
      return BY_ARTICLE
    case "newest":
      return NEWEST_FIRST
    case "relevance":
    case "name":
      return BY_NAME
  }
}

function searchOrder(sort: CatalogSort, { codes, whole }: ParsedQuery): Sql {
  const code = whole ?? codes[0]?.key
  return sort === "relevance" && code !== undefined ? exactCodeFirst(code) : browsingOrder(sort)
}

const exactCodeFirst = (code: string): Sql => ({
  text: `
    case
      when e.article_key = :typed_code or e.sku_key = :typed_code then 0
      when e.article_key ^@ :typed_code or e.sku_key ^@ :typed_code then 1
      else 2
    end, ${BY_NAME.text}`,
  bindings: { typed_code: code },
})
