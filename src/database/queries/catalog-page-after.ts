import { createHash } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { type CatalogPlace, isPlaceOf, writeCatalogCursor } from "../../modules/catalog/rules/catalog-cursor"
import { prepared } from "../prepared"
import { browsingOrder, isByPrice, ORDERED_BY, type Order, orderText, pricedBy, searchOrder } from "./catalog-orders"
import { type CatalogPageKeys, type CatalogPageQuery, counted, SEEN, seenOf, WHOLE } from "./catalog-page-keys"
import { seenCategoryKey } from "./category-key"
import { type Bindings, matchingEntries, narrows } from "./matching-entries"
import { BASED } from "./price/base-price"
import { isVisible, isVisibleAmong, type Sight, sightBindings, sightName } from "./visible-entries"

/** A page that begins behind a place instead of after a number of entries. */
export interface PageAfterQuery extends Omit<CatalogPageQuery, "offset"> {
  /** Null = the first page. */
  place: CatalogPlace | null
  /** What was typed, where another text is searched for; null = nothing else was. */
  typed: string | null
}

export interface CatalogPageAfter extends CatalogPageKeys {
  /** Of the page behind this one; null = there is none. */
  next_cursor: string | null
}

interface KeyRow {
  total: number
  key: number | null
  place: (string | null)[]
}

/** What a page is taken from. */
interface PagesOf {
  name: string | null
  order: Order
  /** CTEs `page` and `counted`, which has `total` in no row for a category that is not there. */
  text: (after: After) => string
  bindings: Bindings
}

/**
 * A page of the catalogue behind a place in its order. Whatever comes, goes, is hidden or renamed between two pages, what stays as it is comes once: a page after a
 * number of entries would repeat some or pass over them. A walk of all pages costs the same for each, however deep it is. Null = dealers see no such category.
 *
 * @throws MedusaError INVALID_DATA `cursor_invalid`
 */
export async function catalogPageAfter(db: Knex, query: PageAfterQuery): Promise<CatalogPageAfter | null> {
  const { place, limit, q, typed } = query
  const pages = pagesOf(query)
  const { order } = pages
  const digest = digestOf(query, order)
  if (place && (place.digest !== digest || !isPlaceOf(place.values, order.steps))) {
    throw cursorInvalid()
  }
  const after = afterPlace(order, place?.values ?? null)
  const rows = await prepared<KeyRow>(
    db,
    pages.name === null ? null : `after-${after.name}-${pages.name}`,
    `with ${pages.text(after)}
    select counted.total, page.key, page.place from counted left join page on true order by page.turn`,
    // One more tells whether there is another page.
    { ...pages.bindings, ...after.bindings, page_size: limit + 1, page_offset: 0 }
  )
  const [first] = rows
  if (!first) {
    return null
  }
  const shown = rows.slice(0, limit)
  const values = rows.length > limit ? shown.at(-1)?.place : undefined
  return {
    total: first.total,
    keys: shown.flatMap(({ key }) => key ?? []),
    next_cursor: values ? writeCatalogCursor({ digest, corrected_to: typed === null ? null : q, values }) : null,
  }
}

export const cursorInvalid = (): MedusaError =>
  new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "The cursor is none of this choice and order: take `next_cursor` of the page before, with the same query, or begin with `start`.",
    "cursor_invalid"
  )

const DIGEST_LENGTH = 16

function digestOf({ q, typed, category_id, chosen = [], in_stock, among = [], contract_id }: PageAfterQuery, { name }: Order): string {
  const asked = [q, typed, category_id, chosen, in_stock !== undefined, among.map((each) => each.name), contract_id ?? null, name]
  return createHash("sha256").update(JSON.stringify(asked)).digest("hex").slice(0, DIGEST_LENGTH)
}

const pagesOf = (query: PageAfterQuery): PagesOf =>
  narrows(query) || isByPrice({ ...query, offset: 0 }) ? searched(query) : browsed(query)

/** The same entries as `page_size` says, in order, with their places. */
const page = (order: Order, from: string) => `
  page as materialized (
    select e.key, array[${order.steps.map(({ sql }) => `cast(${sql} as text)`).join(", ")}] as place, row_number() over (order by ${orderText(order)}) as turn
    from ${from} order by ${orderText(order)} limit cast(:page_size as int)
  )`

function searched(query: PageAfterQuery): PagesOf {
  const whole = { ...query, offset: 0 }
  const { parsed, shape, sought, met, isThere, bindings } = matchingEntries(whole)
  const order = searchOrder(whole, parsed)
  const isPriced = isByPrice(whole)
  const wanted = [ORDERED_BY, "e.sku_key", ...(order.columns ?? [])].join(", ")
  return {
    name: shape === null ? null : `search-${shape}-by-${order.name}${sightName(query.sight)}`,
    order,
    text: (after) => `
      sought as materialized (${sought(order.sought ?? [])}),
      ${seenOf(query.sight, met(wanted))}${isPriced ? `, ${BASED}` : ""},
      counted as materialized (select (select count(*)::int from e) as total where ${isThere}),
      ${page(order, `${isPriced ? "based e" : "e"} where ${after.anyway}`)}`,
    bindings: { ...bindings, ...order.bindings, ...pricedBy(whole) },
  }
}

/** Along the sort index, or among what is gathered of a small category or a short assortment, as pages after a number of entries are. */
function browsed({ category_id, sort, sight }: PageAfterQuery): PagesOf {
  const order = browsingOrder(sort)
  const isInCategory = category_id !== null
  const gathers = isInCategory || sight?.lists === "shown"
  const within = isInCategory ? IN_CATEGORY(sight) : SEEN
  const placed = isInCategory ? "counted.category_key = any (e.category_keys)" : "true"
  const listed = `e.is_listed and ${isVisible(sight)} and ${placed}${gathers ? " and total > whole / 4" : ""}`
  const one = (from: string, where: string) =>
    `(select ${ORDERED_BY} from ${from} where ${where} order by ${orderText(order)} limit page_size)`
  return {
    name: `${isInCategory ? "category" : "catalog"}-by-${order.name}${sightName(sight)}`,
    order,
    text: (after) => {
      const walked = after.ranges.map((range) => one("catalog_entry e", `${listed} and ${range}`))
      const gathered = gathers ? [one(`(select e.* from ${within}) e`, `total <= whole / 4 and ${after.anyway}`)] : []
      return `
        ${counted(isInCategory ? seenCategoryKey(sight) : `select ${WHOLE}`, sight)},
        ${page(order, `counted cross join lateral (${[...gathered, ...walked].join(" union all ")}) e`)}`
    },
    bindings: { ...sightBindings(sight), ...(isInCategory ? { category_id } : {}) },
  }
}

const IN_CATEGORY = (sight: Sight) =>
  `catalog_entry e where e.is_listed and e.category_keys @> array[counted.category_key] and ${isVisibleAmong(sight, "counted.listed")}`

/** What stands behind a place. */
interface After {
  name: string
  /** SQL: one condition, for entries that are all looked at. */
  anyway: string
  /** SQL: conditions each of which is one range of the sort index, together each entry once. */
  ranges: string[]
  bindings: Bindings
}

function afterPlace({ steps, descends }: Order, values: readonly (string | null)[] | null): After {
  if (values === null) {
    return { name: "start", anyway: "true", ranges: ["true"], bindings: {} }
  }
  const behind = (from: number) => {
    const compared = steps.slice(from)
    const given = compared.map(({ type }, index) => `cast(:place_${from + index} as ${type})`)
    return `(${compared.map(({ sql }) => sql).join(", ")}) ${descends ? "<" : ">"} (${given.join(", ")})`
  }
  const bound = (from: number) => Object.fromEntries(values.slice(from).map((value, index) => [`place_${from + index}`, value]))
  const [first] = steps
  if (!first?.is_nullable) {
    return { name: "place", anyway: behind(0), ranges: [behind(0)], bindings: bound(0) }
  }
  const last = `${first.sql} is null`
  if (values[0] === null) {
    const condition = `${last} and ${behind(1)}`
    return { name: "last", anyway: condition, ranges: [condition], bindings: bound(1) }
  }
  return { name: "place", anyway: `(${behind(0)} or ${last})`, ranges: [behind(0), last], bindings: bound(0) }
}
