import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ParsedQuery } from "../../modules/catalog/rules/parse-query"
import { prepared } from "../prepared"
import { seenCategoryKey } from "./category-key"
import { type Bindings, type EntryFilter, matchingEntries, narrows, SOUGHT } from "./matching-entries"
import { BASED } from "./price/base-price"
import { isVisibleAmong, type Sight, sightBindings, sightName, visibleTotal } from "./visible-entries"

export type CatalogSort = "relevance" | "name" | "article" | "newest" | "position" | "price" | "price_desc"

/** Entries that the text names stand first by relevance. */
export interface CatalogPageQuery extends EntryFilter {
  /** "relevance" = the article as typed first, then as {@link searchOrder} tells, then by name. */
  sort: CatalogSort
  limit: number
  offset: number
  /** Whose prices are sorted by, and on which day; without them prices sort as names. */
  contract_id?: string | undefined
  day?: string | undefined
}

interface Sql {
  text: string
  bindings: Bindings
}

/** A select of one row: `total`, the exact number of all that match, null when dealers see no such category; and `keys`, one page of them in order. */
export interface PageSelect extends Sql {
  /** Under which its text is always the same; null = too seldom of this shape to be prepared. */
  name: string | null
}

export interface PreparedPage extends PageSelect {
  name: string
}

interface SearchOrder extends Omit<Order, "reversed"> {
  /** Columns of `sought` that it needs, and of each entry. */
  sought?: string[]
  columns?: string[]
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
  const { name, text, bindings } = pageSelect(query)
  const [row] = await prepared<WrittenKeys>(db, name && `keys-of-${name}`, text, bindings)
  const { total = null, keys = [] } = row ?? {}
  return total === null ? null : { total, keys }
}

type WrittenKeys = Omit<CatalogPageKeys, "total"> & { total: number | null }

/** What is visible, counted and cut to the page. */
export const pageSelect = (query: CatalogPageQuery): PageSelect =>
  narrows(query) || isByPrice(query) ? searchedPage(query) : browsedPage(query)

/** Whether its text is always the same under its name. */
export const isPrepared = (page: PageSelect): page is PreparedPage => page.name !== null

/**
 * The total is kept by triggers (`catalog_total`), so nothing is counted here. The parameters come by a CTE, which hides them from the planner: it
 * would plan the page anew for each offset, and that takes longer than finding the page.
 */
function browsedPage({ category_id, sort, limit, offset, sight }: CatalogPageQuery): PreparedPage {
  const order = browsingOrder(sort)
  const bindings = { page_size: limit, page_offset: offset, ...sightBindings(sight) }
  return category_id === null
    ? { name: `catalog-by-${order.name}${sightName(sight)}`, text: wholePage(order, sight), bindings }
    : { name: `category-by-${order.name}${sightName(sight)}`, text: categoryPage(order, sight), bindings: { ...bindings, category_id } }
}

/** All columns that an order may name. */
const ORDERED_BY = "e.key, e.sort_title, e.article_key, e.position"

/** Key of the whole catalogue in `catalog_total`. */
const WHOLE = 0

/** The page that is asked for, how many entries it is cut from, and how many there are. No row for a category that is not there. */
const counted = (categoryKey: string, sight: Sight) => `
  counted as materialized (
    select sought.category_key, cast(:page_size as int) as page_size, cast(:page_offset as int) as page_offset,
      ${visibleTotal(sight, "sought.category_key")} as total, ${sight ? `${visibleTotal(null, "sought.category_key")} as listed,` : ""}
      ${visibleTotal(null, String(WHOLE))} as whole
    from (${categoryKey}) as sought (category_key)
  )`

/** Of one who sees little, what he sees is gathered, as in {@link categoryPage}. */
const wholePage = (order: Order, sight: Sight) =>
  sight?.lists === "shown"
    ? gatheredPage(order, sight, { categoryKey: `select ${WHOLE}`, within: [SEEN], where: isListed(sight) })
    : `
  with ${counted(`select ${WHOLE}`, sight)}
  select total, case ${walk(isListed(sight), order)} end as keys from counted`

/** A walk passes all entries before the page. */
const isListed = (sight: Sight) => `e.is_listed and ${isVisibleAmong(sight, `page_offset > ${FEW}`)}`

/** Entries of which each is looked up. */
const FEW = 500

/** Listed entries that are seen, found by the list of what is shown. */
const SEEN = `assortment_entry x join catalog_entry e on e.key = x.entry_key where x.assortment_key = :assortment_key and e.is_listed`

/** What is gathered of a category comes by the index on categories, or by the list of what is shown where that is the shorter one. */
function categoryPage(order: Order, sight: Sight): string {
  const placed = `catalog_entry e where e.is_listed and e.category_keys @> array[counted.category_key] and ${isVisibleAmong(sight, `listed > ${FEW}`)}`
  const isShorter = `${visibleTotal(sight, String(WHOLE))} < listed`
  const within =
    sight?.lists === "shown"
      ? [`${placed} and not (${isShorter})`, `${SEEN} and counted.category_key = any (e.category_keys) and ${isShorter}`]
      : [placed]
  // Written so that the index on categories cannot serve the walk.
  const where = `${isListed(sight)} and counted.category_key = any (e.category_keys)`
  return gatheredPage(order, sight, { categoryKey: seenCategoryKey(sight), within, where })
}

/**
 * Goods of one category often stand together in the order of names, so that a walk along the sort index may pass nearly all others first. They
 * are therefore gathered and sorted, unless they are more than a quarter of the whole catalogue: then a walk soon meets them.
 *
 * @param goods.within sources of what is gathered, together each entry once
 * @param goods.where the same as a condition of the walk
 */
const gatheredPage = (order: Order, sight: Sight, goods: { categoryKey: string; within: string[]; where: string }) => `
  with ${counted(goods.categoryKey, sight)},
  within as materialized (${goods.within
    .map((from) => `select ${ORDERED_BY} from counted cross join lateral (select e.* from ${from}) e where total <= whole / 4`)
    .join(" union all ")})
  select total, case
      when total <= whole / 4 then array(select e.key from within e order by ${order.text} limit page_size offset page_offset)
      ${walk(goods.where, order)}
    end as keys
  from counted`

/** Two branches of a `case`: along the sort index from its nearer end. What lies behind the middle is reached from the last row. */
const walk = (where: string, { text, reversed }: Order) => `
  when page_offset <= total / 2 then array(
    select e.key from catalog_entry e where ${where} order by ${text} limit page_size offset page_offset
  )
  else array(
    select e.key from (
      select ${ORDERED_BY} from catalog_entry e where ${where}
      order by ${reversed}
      limit greatest(least(page_size, total - page_offset), 0) offset greatest(total - page_offset - page_size, 0)
    ) e
    order by ${text}
  )`

/** What is found, materialised: lest a sort index is walked in search of two rows. */
function searchedPage(query: CatalogPageQuery): PageSelect {
  const { parsed, shape, sought, met, isThere, bindings } = matchingEntries(query)
  const order = searchOrder(query, parsed)
  const isPriced = isByPrice(query)
  const columns = ["cast(:page_size as int) as page_size, cast(:page_offset as int) as page_offset", ...(order.sought ?? [])]
  const wanted = [ORDERED_BY, "e.sku_key", ...(order.columns ?? [])].join(", ")
  return {
    name: shape === null ? null : `search-${shape}-by-${order.name}${sightName(query.sight)}`,
    text: `
      with sought as materialized (${sought(columns)}),
      ${seenOf(query.sight, met(wanted))}${isPriced ? `, ${BASED}` : ""}
      select
        case when ${isThere} then (select count(*)::int from e) end as total,
        array(select e.key from ${isPriced ? "based e" : "e"} order by ${order.text} limit ${SOUGHT("page_size")} offset ${SOUGHT("page_offset")}) as keys`,
    bindings: { ...bindings, ...order.bindings, ...pricedBy(query), page_size: query.limit, page_offset: query.offset },
  }
}

/**
 * CTE `e`: those of the entries met that are seen. How they are looked up waits until it is known how many were met: most texts meet few goods, and to
 * hash a list of thousands takes longer than to find these.
 */
const seenOf = (sight: Sight, met: string) =>
  sight === null
    ? `e as materialized (${met})`
    : `met as materialized (${met}),
      e as materialized (select * from met e where ${isVisibleAmong(sight, `(select count(*) from met) > ${FEW}`)})`

/** Every price of a contract is computed; what is sorted by is what it is computed from, in the currency of its type. */
const isByPrice = ({ sort, contract_id, day }: CatalogPageQuery): boolean =>
  (sort === "price" || sort === "price_desc") && contract_id !== undefined && day !== undefined

const pricedBy = (query: CatalogPageQuery): Bindings =>
  isByPrice(query) ? { contract_id: query.contract_id ?? null, day: query.day ?? null } : {}

const BY_NAME: Order = { name: "name", text: "e.sort_title, e.key", reversed: "e.sort_title desc, e.key desc", bindings: {} }
const BY_ARTICLE: Order = { name: "article", text: "e.article_key, e.key", reversed: "e.article_key desc, e.key desc", bindings: {} }

/** By the sort number of the ERP or the staff; what has none comes behind, in the order in which the ERP first told of it. */
const BY_POSITION: Order = { name: "position", text: "e.position, e.key", reversed: "e.position desc, e.key desc", bindings: {} }
const NEWEST_FIRST: Order = { name: "newest", text: "e.key desc", reversed: "e.key", bindings: {} }

/** What has no price is last both ways. */
const CHEAPEST_FIRST: SearchOrder = { name: "price", text: `e.amount nulls last, ${BY_NAME.text}`, bindings: {} }
const DEAREST_FIRST: SearchOrder = { name: "price-desc", text: `e.amount desc nulls last, ${BY_NAME.text}`, bindings: {} }

function browsingOrder(sort: CatalogSort): Order {
  switch (sort) {
    case "article":
      return BY_ARTICLE
    case "newest":
      return NEWEST_FIRST
    case "position":
      return BY_POSITION
    case "relevance":
    case "price":
    case "price_desc":
    case "name":
      return BY_NAME
  }
}

/**
 * By relevance: what the text names; the article as typed; what has the very words, before what synonyms find; what has the very numbers among its words; titles that begin with a word of the text, other titles that
 * have all of them, what has them in values of properties; then by name.
 */
function searchOrder(query: CatalogPageQuery, { codes, whole, plain, leading, typed, numbers, patterns }: ParsedQuery): SearchOrder {
  const { sort, named_keys = [] } = query
  if (isByPrice(query)) {
    return sort === "price" ? CHEAPEST_FIRST : DEAREST_FIRST
  }
  if (sort !== "relevance") {
    return browsingOrder(sort)
  }
  const code = whole ?? codes[0]?.key
  const parts: SearchOrder[] = [
    ...(named_keys.length > 0 ? [NAMED_FIRST] : []),
    ...(code === undefined ? [] : [exactCodeFirst(code)]),
    ...(typed === null ? [] : [typedFirst(typed)]),
    ...(numbers === "" ? [] : [exactNumbersFirst(numbers, patterns)]),
    ...(leading === "" ? [] : [titlesFirst(plain, leading)]),
    BY_NAME,
  ]
  return {
    name: parts.map(({ name }) => name).join("-"),
    text: parts.map(({ text }) => text).join(", "),
    bindings: Object.assign({}, ...parts.map(({ bindings }) => bindings)),
    sought: parts.flatMap(({ sought = [] }) => sought),
    columns: parts.flatMap(({ columns = [] }) => columns),
  }
}

const NAMED_FIRST: SearchOrder = { name: "named", text: `e.key = any (${SOUGHT("named_keys", "int[]")}) desc`, bindings: {} }

const exactCodeFirst = (code: string): SearchOrder => ({
  name: "code",
  text: `
    case
      when e.article_key = ${SOUGHT("typed_code")} or e.sku_key = ${SOUGHT("typed_code")} then 0
      when e.article_key ^@ ${SOUGHT("typed_code")} or e.sku_key ^@ ${SOUGHT("typed_code")} then 1
      else 2
    end`,
  bindings: { typed_code: code },
  sought: ["cast(:typed_code as text) as typed_code"],
})

const exactNumbersFirst = (numbers: string, patterns: string[]): SearchOrder => ({
  name: "numbers",
  text: "e.has_numbers desc",
  bindings: { typed_numbers: numbers, typed_patterns: patterns },
  sought: ["to_tsquery('kontor_russian', :typed_numbers) as typed_numbers", "cast(:typed_patterns as text[]) as typed_patterns"],
  columns: [`e.words @@ ${SOUGHT("typed_numbers")} and e.title ~ all (${SOUGHT("typed_patterns", "text[]")}) as has_numbers`],
})

const typedFirst = (typed: string): SearchOrder => ({
  name: "typed",
  text: "e.has_typed desc",
  bindings: { typed_query: typed },
  sought: ["to_tsquery('kontor_russian', :typed_query) as typed_query"],
  columns: [`e.words @@ ${SOUGHT("typed_query")} as has_typed`],
})

/** Stems are compared with the title as it sorts, in which words stand in small letters with one blank between them. */
const titlesFirst = (plain: string, leading: string): SearchOrder => ({
  name: "titles",
  text: `
    case
      when e.sort_title ^@ any (${SOUGHT("leading_stems", "text[]")}) then 0
      when not exists (select from unnest(${SOUGHT("typed_stems", "text[]")}) as stem where strpos(e.sort_title, ' ' || stem) = 0) then 1
      else 2
    end`,
  bindings: { typed_words: plain, leading_words: leading },
  sought: [`${stems(":typed_words")} as typed_stems`, `${stems(":leading_words")} as leading_stems`],
})

const stems = (words: string) => `tsvector_to_array(to_tsvector('kontor_russian', ${words}))`
