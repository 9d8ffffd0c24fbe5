import type { PlaceStep } from "../../modules/catalog/rules/catalog-cursor"
import type { ParsedQuery } from "../../modules/catalog/rules/parse-query"
import type { CatalogPageQuery } from "./catalog-page-keys"
import { type Bindings, SOUGHT } from "./matching-entries"

export type CatalogSort = "relevance" | "name" | "article" | "newest" | "position" | "price" | "price_desc"

/** What entries are compared by, nearest first: SQL over `catalog_entry e`, of a type whose text says it exactly. What is null stands last; only a first step may be. */
export interface OrderStep extends PlaceStep {
  sql: string
}

/** Equal rows cannot occur, since the key is always the last step. Under one name it always has the same steps. */
export interface Order {
  name: string
  steps: OrderStep[]
  /** Whether all of it goes the other way. */
  descends?: true
  bindings: Bindings
}

export interface SearchOrder extends Order {
  /** Columns of `sought` that it needs, and of each entry. */
  sought?: string[]
  columns?: string[]
}

/** All columns that an order of what is browsed may name. */
export const ORDERED_BY = "e.key, e.sort_title, e.article_key, e.position"

const stepsText = ({ steps }: Order, way: string): string => steps.map(({ sql }) => `${sql}${way}`).join(", ")

/** SQL to order by, and the other way round. */
export const orderText = (order: Order): string => stepsText(order, order.descends ? " desc" : "")
export const reversedText = (order: Order): string => stepsText(order, order.descends ? "" : " desc")

/** Every price of a contract is computed; what is sorted by is what it is computed from, in the currency of its type. */
export const isByPrice = ({ sort, contract_id, day }: CatalogPageQuery): boolean =>
  (sort === "price" || sort === "price_desc") && contract_id !== undefined && day !== undefined

export const pricedBy = (query: CatalogPageQuery): Bindings =>
  isByPrice(query) ? { contract_id: query.contract_id ?? null, day: query.day ?? null } : {}

const KEY: OrderStep = { sql: "e.key", type: "int" }
const BY_NAME: Order = { name: "name", steps: [{ sql: "e.sort_title", type: "text" }, KEY], bindings: {} }
const BY_ARTICLE: Order = { name: "article", steps: [{ sql: "e.article_key", type: "text", is_nullable: true }, KEY], bindings: {} }

/** By the sort number of the ERP or the staff; what has none comes behind, in the order in which the ERP first told of it. */
const BY_POSITION: Order = { name: "position", steps: [{ sql: "e.position", type: "int", is_nullable: true }, KEY], bindings: {} }
const NEWEST_FIRST: Order = { name: "newest", steps: [KEY], descends: true, bindings: {} }

/** What has no price is last both ways. */
const priced = (name: string, sql: string): SearchOrder => ({
  name,
  steps: [{ sql: "(e.amount is null)", type: "bool" }, { sql, type: "numeric" }, ...BY_NAME.steps],
  bindings: {},
})
const CHEAPEST_FIRST = priced("price", "coalesce(e.amount, 0)")
const DEAREST_FIRST = priced("price-desc", "(- coalesce(e.amount, 0))")

/** In which order goods are told that no text is sought by. */
export function browsingOrder(sort: CatalogSort): Order {
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
export function searchOrder(query: CatalogPageQuery, { codes, whole, plain, leading, typed, numbers, patterns }: ParsedQuery): SearchOrder {
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
    steps: parts.flatMap(({ steps }) => steps),
    bindings: Object.assign({}, ...parts.map(({ bindings }) => bindings)),
    sought: parts.flatMap(({ sought = [] }) => sought),
    columns: parts.flatMap(({ columns = [] }) => columns),
  }
}

const NAMED_FIRST: SearchOrder = {
  name: "named",
  steps: [{ sql: `(e.key <> all (${SOUGHT("named_keys", "int[]")}))`, type: "bool" }],
  bindings: {},
}

const exactCodeFirst = (code: string): SearchOrder => ({
  name: "code",
  steps: [
    {
      sql: `
    case
      when e.article_key = ${SOUGHT("typed_code")} or e.sku_key = ${SOUGHT("typed_code")} then 0
      when e.article_key ^@ ${SOUGHT("typed_code")} or e.sku_key ^@ ${SOUGHT("typed_code")} then 1
      else 2
    end`,
      type: "int",
    },
  ],
  bindings: { typed_code: code },
  sought: ["cast(:typed_code as text) as typed_code"],
})

const exactNumbersFirst = (numbers: string, patterns: string[]): SearchOrder => ({
  name: "numbers",
  steps: [{ sql: "(not e.has_numbers)", type: "bool" }],
  bindings: { typed_numbers: numbers, typed_patterns: patterns },
  sought: ["to_tsquery('kontor_russian', :typed_numbers) as typed_numbers", "cast(:typed_patterns as text[]) as typed_patterns"],
  columns: [`e.words @@ ${SOUGHT("typed_numbers")} and e.title ~ all (${SOUGHT("typed_patterns", "text[]")}) as has_numbers`],
})

const typedFirst = (typed: string): SearchOrder => ({
  name: "typed",
  steps: [{ sql: "(not e.has_typed)", type: "bool" }],
  bindings: { typed_query: typed },
  sought: ["to_tsquery('kontor_russian', :typed_query) as typed_query"],
  columns: [`e.words @@ ${SOUGHT("typed_query")} as has_typed`],
})

/** Stems are compared with the title as it sorts, in which words stand in small letters with one blank between them. */
const titlesFirst = (plain: string, leading: string): SearchOrder => ({
  name: "titles",
  steps: [
    {
      sql: `
    case
      when e.sort_title ^@ any (${SOUGHT("leading_stems", "text[]")}) then 0
      when not exists (select from unnest(${SOUGHT("typed_stems", "text[]")}) as stem where strpos(e.sort_title, ' ' || stem) = 0) then 1
      else 2
    end`,
      type: "int",
    },
  ],
  bindings: { typed_words: plain, leading_words: leading },
  sought: [`${stems(":typed_words")} as typed_stems`, `${stems(":leading_words")} as leading_stems`],
})

const stems = (words: string) => `tsvector_to_array(to_tsvector('kontor_russian', ${words}))`
