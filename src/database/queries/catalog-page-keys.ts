import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { CATALOG_VERSION } from "../facets/facet-index"
import { prepared } from "../prepared"
import {
  browsingOrder,
  type CatalogSort,
  isByPrice,
  ORDERED_BY,
  type Order,
  orderText,
  pricedBy,
  reversedText,
  searchOrder,
} from "./catalog-orders"
import { seenCategoryKey } from "./category-key"
import { type Bindings, type EntryFilter, matchingEntries, narrows, SOUGHT } from "./matching-entries"
import { BASED } from "./price/base-price"
import type { RememberedPage } from "./remembered-pages"
import { isVisibleAmong, type Sight, sightBindings, sightName, visibleTotal } from "./visible-entries"

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
  /**
   * Where its entries may be remembered; null = they are found as soon as not. Then it tells `version` too, the state of the catalogue in which they were
   * found, null where nothing has been noted of it. Left out by a select that tells none.
   */
  place?: string | null
}

export interface PreparedPage extends PageSelect {
  name: string
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
  const isDear = category_id !== null || offset > FAR
  const place = isDear ? [order.name, offset, limit, category_id ?? ""].join(" ") : null
  const bindings = { page_size: limit, page_offset: offset, ...(sight === null ? nothingRemembered(isDear) : sightBindings(sight)) }
  const known = sight === null ? { place } : {}
  return category_id === null
    ? { name: `catalog-by-${order.name}${sightName(sight)}`, text: wholePage(order, sight), bindings, ...known }
    : {
        name: `category-by-${order.name}${sightName(sight)}`,
        text: categoryPage(order, sight),
        bindings: { ...bindings, category_id },
        ...known,
      }
}

const nothingRemembered = (isDear: boolean): Bindings => ({ tells_version: String(isDear), known_version: null, known_keys: "{}" })

/** The same page, which is not sought where the catalogue is as it was when these entries were found. */
export const withRemembered = (page: PreparedPage, { version, keys }: RememberedPage): PreparedPage => ({
  ...page,
  bindings: { ...page.bindings, known_version: version, known_keys: `{${keys.join(",")}}` },
})

/** From so many entries on, a walk to a page takes longer than all else of it. */
const FAR = 500

/** CTE: the state of the catalogue; null where nobody wants to know, and where nothing has been noted of it. */
const NOTED = `noted as materialized (
    select case when cast(:tells_version as boolean) and exists (select from catalog_change) then ${CATALOG_VERSION} end as version
  )`

/** A page cut from `counted`, by the branches of its keys. What is seen of an assortment alone is sought each time. */
const cutBy = (sight: Sight, ctes: string, branches: string) =>
  sight === null
    ? `
  with ${NOTED}, ${ctes}
  select total, version, case when version = cast(:known_version as text) then cast(:known_keys as int[]) ${branches} end as keys
  from counted cross join noted`
    : `
  with ${ctes}
  select total, case ${branches} end as keys from counted`

/** Key of the whole catalogue in `catalog_total`. */
export const WHOLE = 0

/** The page that is asked for, how many entries it is cut from, and how many there are. No row for a category that is not there. */
export const counted = (categoryKey: string, sight: Sight) => `
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
    : cutBy(sight, counted(`select ${WHOLE}`, sight), walk(isListed(sight), order))

/** A walk passes all entries between the nearer end and the page. */
const isListed = (sight: Sight) => `e.is_listed and ${isVisibleAmong(sight, "least(page_offset, total - page_offset)")}`

/** Listed entries that are seen, found by the list of what is shown. */
export const SEEN = `assortment_entry x join catalog_entry e on e.key = x.entry_key where x.assortment_key = :assortment_key and e.is_listed`

/** What is gathered of a category comes by the index on categories, or by the list of what is shown where that is the shorter one. */
function categoryPage(order: Order, sight: Sight): string {
  const placed = `catalog_entry e where e.is_listed and e.category_keys @> array[counted.category_key] and ${isVisibleAmong(sight, "listed")}`
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
const gatheredPage = (order: Order, sight: Sight, goods: { categoryKey: string; within: string[]; where: string }) =>
  cutBy(
    sight,
    `${counted(goods.categoryKey, sight)},
    within as materialized (${goods.within
      .map((from) => `select ${ORDERED_BY} from counted cross join lateral (select e.* from ${from}) e where total <= whole / 4`)
      .join(" union all ")})`,
    `when total <= whole / 4 then array(select e.key from within e order by ${orderText(order)} limit page_size offset page_offset)
    ${walk(goods.where, order)}`
  )

/** Two branches of a `case`: along the sort index from its nearer end. What lies behind the middle is reached from the last row. */
const walk = (where: string, order: Order) => `
  when page_offset <= total / 2 then array(
    select e.key from catalog_entry e where ${where} order by ${orderText(order)} limit page_size offset page_offset
  )
  else array(
    select e.key from (
      select ${ORDERED_BY} from catalog_entry e where ${where}
      order by ${reversedText(order)}
      limit greatest(least(page_size, total - page_offset), 0) offset greatest(total - page_offset - page_size, 0)
    ) e
    order by ${orderText(order)}
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
        array(select e.key from ${isPriced ? "based e" : "e"} order by ${orderText(order)} limit ${SOUGHT("page_size")} offset ${SOUGHT("page_offset")}) as keys`,
    bindings: { ...bindings, ...order.bindings, ...pricedBy(query), page_size: query.limit, page_offset: query.offset },
  }
}

/**
 * CTE `e`: those of the entries met that are seen. How they are looked up waits until it is known how many were met: most texts meet few goods, and to
 * hash a list of thousands takes longer than to find these.
 */
export const seenOf = (sight: Sight, met: string) =>
  sight === null
    ? `e as materialized (${met})`
    : `met as materialized (${met}),
      e as materialized (select * from met e where ${isVisibleAmong(sight, "(select count(*) from met)")})`
