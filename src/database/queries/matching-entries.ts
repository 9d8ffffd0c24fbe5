import type { Synonym } from "../../modules/catalog/rules/choose-synonyms"
import { parseQuery, type ParsedQuery } from "../../modules/catalog/rules/parse-query"
import type { Binding } from "../prepared"
import { isWarehouseOfContract } from "../warehouses-of-contract"
import { seenCategoryKey } from "./category-key"
import { isVisibleAmongMany, type Sight, sightBindings } from "./visible-entries"

/** Goods of some lists, such as favourites: conditions on `catalog_entry e`. The same name always has the same text. */
export interface Among {
  name: string
  condition: string
  bindings: Bindings
}

/** What of the catalogue is meant; all of it together restricts. */
export interface EntryFilter {
  /** What the dealer typed; empty = everything. */
  q: string
  /** A category whose whole subtree is meant; null = all. */
  category_id: string | null
  /** Entries that the text names beyond what is written in them. They are found besides it. */
  named_keys?: readonly number[] | undefined
  /** What is sought besides words of the text. */
  synonyms?: readonly Synonym[] | undefined
  /** Keys of chosen values, an array a property: one of each. */
  chosen?: readonly (readonly number[])[] | undefined
  /** Only what is free in one of the warehouses that the contract draws from (none named = all). */
  in_stock?: { warehouse_ids: readonly string[] } | undefined
  /** Only goods of all these lists. */
  among?: readonly Among[] | undefined
  /** What the dealer sees; null = all that is listed. */
  sight: Sight
}

export type Bindings = Record<string, Binding>

/** A search as SQL. */
export interface Matching {
  parsed: ParsedQuery
  /** Tells searches apart whose SQL differs; null = too seldom of this shape to be prepared. */
  shape: string | null
  /** A select of one row: all that is asked for. A CTE of its own, `sought`, so that one plan serves for all texts of a shape. */
  sought: (columns: readonly string[]) => string
  /** A select of these columns of `catalog_entry e` for each entry that matches and is seen. */
  entries: (columns: string) => string
  /** The same, hidden ones included: whoever takes them leaves those out. */
  met: (columns: string) => string
  /** SQL: whether dealers see the category at all. */
  isThere: string
  bindings: Bindings
}

/** Nearly all texts have one at most; each shape keeps a plan in each connection. */
const CODES_OF_PREPARED = 1
const CHOSEN_OF_PREPARED = 2

/** Whether a text is a search at all: one without a letter or digit restricts nothing. */
export const isSearch = (text: string): boolean => restricts(parseQuery(text))

const restricts = ({ words, codes }: ParsedQuery): boolean => words !== "" || codes.length > 0

/** Whether the filter is more than a place in the tree. */
export const narrows = ({ q, chosen = [], in_stock, among = [] }: Omit<EntryFilter, "sight">): boolean =>
  isSearch(q) || chosen.length > 0 || in_stock !== undefined || among.length > 0

/** How the entries that a filter means are found. The indexes on words, codes and values are the right way to whatever is sought. */
export function matchingEntries(filter: EntryFilter): Matching {
  const parsed = parseQuery(filter.q, filter.synonyms)
  const { words, codes, whole } = parsed
  const { category_id, named_keys = [], chosen = [], in_stock, among = [], sight } = filter
  const categoryKey = seenCategoryKey(sight)
  const isNamed = named_keys.length > 0
  const columns = [
    ...(words ? [`${codes.length === 0 ? WORDS_OR_LETTERS : TSQUERY(":words")} as words`] : []),
    ...codes.map((_, index) => `cast(:code_${index} as text) as code_${index}, ${TSQUERY(`:code_word_${index}`)} as code_word_${index}`),
    ...(whole === null ? [] : ["cast(:whole_code as text) as whole_code"]),
    ...(isNamed ? ["cast(:named_keys as int[]) as named_keys"] : []),
    ...chosen.map((_, index) => `cast(:chosen_${index} as int[]) as chosen_${index}`),
    ...(in_stock ? [`array(${LOCATIONS}) as locations`] : []),
  ]
  const conditions = [
    "e.is_listed",
    ...(category_id === null ? [] : [`e.category_keys @> array[(${categoryKey})]`]),
    ...chosen.map((_, index) => `e.key in (${hasChosen(index)})`),
    ...(in_stock ? [IN_STOCK] : []),
    ...among.map(({ condition }) => condition),
  ].join(" and ")
  const ways = [...branches(parsed), ...(isNamed ? [`e.key = any (${SOUGHT("named_keys", "int[]")})`] : [])]
  const select = (wanted: string, isSeen: string) =>
    ways
      .map((way) => `select ${wanted} from catalog_entry e where ${conditions} and ${way} and ${isSeen}`)
      .join(isNamed ? " union " : " union all ")
  const shape = [
    words ? "words" : "",
    codes.length,
    whole === null ? "" : "whole",
    category_id === null ? "" : "category",
    isNamed ? "named" : "",
    chosen.length,
    in_stock ? "stock" : "",
    ...among.map(({ name }) => name),
  ].join("-")
  return {
    parsed,
    shape: codes.length > CODES_OF_PREPARED || chosen.length > CHOSEN_OF_PREPARED ? null : shape,
    sought: (more) => `select ${[...columns, ...more].join(", ") || "true as all"}`,
    entries: (wanted) => select(wanted, isVisibleAmongMany(sight)),
    met: (wanted) => select(wanted, "true"),
    isThere: category_id === null ? "true" : `exists (${categoryKey})`,
    bindings: { ...bindingsOf(parsed), ...bindingsOfFilter(filter) },
  }
}

/** SQL: keys of the entries that have one of the values chosen for a property. */
export const hasChosen = (index: number): string =>
  `select f.entry_key from catalog_facts f where f.value_keys && ${SOUGHT(`chosen_${index}`, "int[]")}`

/**
 * Every token must be found, or all of them together in one article. Stop words beside an article restrict nothing: this is a branch of its
 * own, never run for others, since an index serves no condition that may be void.
 */
function branches({ words, codes, whole }: ParsedQuery): string[] {
  const inWords = words ? [`e.words @@ ${SOUGHT("words")}`] : []
  const inAll = codes.map((_, index) => `(${inCodes(SOUGHT(`code_${index}`))} or e.words @@ ${SOUGHT(`code_word_${index}`)})`)
  const orWhole = (parts: string[]) => {
    const all = parts.join(" and ") || "true"
    return whole === null ? all : `((${all}) or ${inCodes(SOUGHT("whole_code"))})`
  }
  const isVoid = `numnode(${SOUGHT("words")}) = 0`
  return words && codes.length > 0
    ? [`not ${isVoid} and ${orWhole([...inWords, ...inAll])}`, `${isVoid} and ${orWhole(inAll)}`]
    : [orWhole([...inWords, ...inAll])]
}

function bindingsOf({ words, codes, whole }: ParsedQuery): Bindings {
  return {
    ...(words ? { words } : {}),
    ...Object.fromEntries(
      codes.flatMap(({ key, word }, index) => [[`code_${index}`, infix(key)] as const, [`code_word_${index}`, word] as const])
    ),
    ...(whole === null ? {} : { whole_code: infix(whole) }),
  }
}

function bindingsOfFilter({ category_id, named_keys = [], chosen = [], in_stock, among = [], sight }: EntryFilter): Bindings {
  return {
    ...(category_id === null ? {} : { category_id }),
    ...(named_keys.length > 0 ? { named_keys: arrayOf(named_keys) } : {}),
    ...Object.fromEntries(chosen.map((keys, index) => [`chosen_${index}`, arrayOf(keys)])),
    ...(in_stock ? { warehouse_ids: [...in_stock.warehouse_ids] } : {}),
    ...Object.assign({}, ...among.map(({ bindings }) => bindings)),
    ...sightBindings(sight),
  }
}

/** An array as PostgreSQL writes it: Knex would take one for a list of bindings. */
const arrayOf = (keys: readonly number[]): string => `{${keys.join(",")}}`

/** SQL: a column of `sought`. */
export const SOUGHT = (column: string, type?: string): string => {
  const value = `(select ${column} from sought)`
  return type === undefined ? value : `(${value})::${type}`
}

const TSQUERY = (binding: string) => `to_tsquery('kontor_russian', ${binding})`

/** Stop words alone («на», «для») are words of no title; whoever types them has begun to write «насос», so they are sought as letters. */
const WORDS_OR_LETTERS = `
  (select case when numnode(read.query) = 0 then to_tsquery('simple', :words) else read.query end from (select ${TSQUERY(":words")} as query) read)`
const inCodes = (code: string) => `e.article_key like ${code} or e.sku_key like ${code}`

/** A key holds letters and digits only, so nothing in it means anything to LIKE. */
const infix = (key: string) => `%${key}%`

const LOCATIONS = `
  select link.stock_location_id from store
  join sales_channel_stock_location link on link.sales_channel_id = store.default_sales_channel_id and link.deleted_at is null
  where store.deleted_at is null and ${isWarehouseOfContract("link.stock_location_id")}`

const IN_STOCK = `e.inventory_item_id in (
    select level.inventory_item_id from inventory_level level
    where level.deleted_at is null and level.stocked_quantity > level.reserved_quantity and level.location_id = any (${SOUGHT("locations", "text[]")})
  )`
