import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { parseQuery, type ParsedQuery } from "../../modules/catalog/rules/parse-query"
import { prepared } from "../prepared"
import { CATEGORY_KEY, categoryKey } from "./category-key"

export type CatalogSort = "relevance" | "name" | "article" | "newest"

export interface CatalogPageQuery {
  /** What the dealer typed; empty = everything. */
  q: string
  /** A category whose whole subtree is meant; null = all. */
  category_id: string | null
  /** "relevance" = the article as typed first, then by name. */
  sort: CatalogSort
  limit: number
  offset: number
}

type Bindings = Record<string, string | number>
interface Sql {
  text: string
  bindings: Bindings
}

/**
 * A select of one row: `total`, the exact number of all that match, and `keys`, one page of them in order. Without a name its best plan depends
 * on what is sought, and with a category it takes `:category_keys` too.
 */
export interface SoughtPage extends Sql {
  name: null
}

/** One that is always the same under its name; its `total` is null when dealers see no such category. */
export interface PreparedPage extends Sql {
  name: string
}

/** What to order by, both ways; equal rows cannot occur, since the key is always part of it. */
interface Order extends Sql {
  name: string
  reversed: string
}

/** One page of entry keys in order, with the exact number of all that match. */
export interface CatalogPageKeys {
  total: number
  keys: number[]
}

/** The entries of a page alone; null = dealers see no such category. */
export async function catalogPageKeys(db: Knex, query: CatalogPageQuery): Promise<CatalogPageKeys | null> {
  const page = pageKeys(query)
  if (page.name === null) {
    return soughtKeys(db, page, query)
  }
  const [found] = await prepared<CatalogPageKeys>(db, `keys-of-${page.name}`, page.text, page.bindings)
  return found ?? null
}

/** The same of a page that depends on what is sought. */
export async function soughtKeys(db: Knex, page: SoughtPage, { category_id }: CatalogPageQuery): Promise<CatalogPageKeys | null> {
  const key = category_id === null ? null : await categoryKey(db, category_id)
  if (key === null && category_id !== null) {
    return null
  }
  const { rows } = await db.raw<{ rows: CatalogPageKeys[] }>(page.text, { ...page.bindings, category_keys: [key] })
  return rows[0] ?? null
}

/** What is visible, counted and cut to the page. */
export function pageKeys(query: CatalogPageQuery): SoughtPage | PreparedPage {
  const parsed = parseQuery(query.q)
  return isSearch(parsed) ? searchedPage(query, parsed) : browsedPage(query)
}

/** A text without a letter or digit restricts nothing. */
const isSearch = ({ words, codes }: ParsedQuery): boolean => words !== "" || codes.length > 0

/**
 * The total is kept by triggers (`catalog_total`), so nothing is counted here. The parameters come by a CTE, which hides them from the planner: it
 * would plan the page anew for each offset, and that takes longer than finding the page.
 */
function browsedPage({ category_id, sort, limit, offset }: CatalogPageQuery): PreparedPage {
  const order = browsingOrder(sort)
  const cut = { page_size: limit, page_offset: offset }
  return category_id === null
    ? { name: `catalog-by-${order.name}`, text: wholePage(order), bindings: cut }
    : { name: `category-by-${order.name}`, text: categoryPage(order), bindings: { ...cut, category_id } }
}

/** Key of the whole catalogue in `catalog_total`. */
const WHOLE = 0

/** The page that is asked for, how many entries it is cut from, and how many there are. No row for a category that is not there. */
const counted = (categoryKey: string) => `
  counted as materialized (
    select sought.category_key, cast(:page_size as int) as page_size, cast(:page_offset as int) as page_offset,
      coalesce((select entries from catalog_total t where t.category_key = sought.category_key), 0) as total,
      coalesce((select entries from catalog_total t where t.category_key = ${WHOLE}), 0) as whole
    from (${categoryKey}) as sought (category_key)
  )`

const wholePage = (order: Order) => `
  with ${counted(`select ${WHOLE}`)}
  select total, case ${walk("e.is_listed", order)} end as keys from counted`

/**
 * Goods of one category often stand together in the order of names, so that a walk along the sort index may pass nearly all others first. A
 * category is therefore gathered and sorted, unless it has more than a quarter of the whole catalogue: then a walk soon meets it. The
 * condition of the walk is written so that the index on categories cannot serve it.
 */
const categoryPage = (order: Order) => `
  with ${counted(CATEGORY_KEY)},
  within as materialized (
    select e.key, e.sort_title, e.article_key from counted cross join catalog_entry e
    where total <= whole / 4 and e.is_listed and e.category_keys @> array[counted.category_key]
  )
  select total, case
      when total <= whole / 4 then array(select e.key from within e order by ${order.text} limit page_size offset page_offset)
      ${walk("e.is_listed and counted.category_key = any (e.category_keys)", order)}
    end as keys
  from counted`

/** Two branches of a `case`: along the sort index from its nearer end. What lies behind the middle is reached from the last row. */
const walk = (where: string, { text, reversed }: Order) => `
  when page_offset <= total / 2 then array(
    select e.key from catalog_entry e where ${where} order by ${text} limit page_size offset page_offset
  )
  else array(
    select e.key from (
      select e.key, e.sort_title, e.article_key from catalog_entry e where ${where}
      order by ${reversed}
      limit greatest(least(page_size, total - page_offset), 0) offset greatest(total - page_offset - page_size, 0)
    ) e
    order by ${text}
  )`

/** The planner cannot foresee how many rows a search text finds; materialised, it never walks a sort index in search of two rows. */
function searchedPage(query: CatalogPageQuery, parsed: ParsedQuery): SoughtPage {
  const where = visible(query, parsed)
  const order = searchOrder(query.sort, parsed)
  return {
    name: null,
    text: `
      with e as materialized (select key, sort_title, article_key, sku_key from catalog_entry e where ${where.text})
      select
        (select count(*)::int from e) as total,
        array(select e.key from e order by ${order.text} limit :page_size offset :page_offset) as keys`,
    bindings: { ...where.bindings, ...order.bindings, page_size: query.limit, page_offset: query.offset },
  }
}

function visible({ category_id }: CatalogPageQuery, parsed: ParsedQuery): Sql {
  const { text, bindings } = matches(parsed)
  const inCategory = category_id === null ? "" : "e.category_keys @> :category_keys"
  return { text: ["e.is_listed", inCategory, text].filter(Boolean).join(" and "), bindings }
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
