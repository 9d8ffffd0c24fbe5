import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decidePrice, type PriceDecision } from "../../modules/contract-pricing/rules/decide-price"
import { amountAt, nextStep, priceLadder } from "../../modules/contract-pricing/rules/price-ladder"
import { type MissingRate, missingRate, type PricePoint } from "../../modules/contract-pricing/rules/price-points"
import { unitPrice } from "../../modules/contract-pricing/rules/unit-price"
import { vatOf } from "../../modules/contract-pricing/rules/vat-of"
import type { UnitQuantities } from "../../modules/order-rules/rules/unit-quantities"
import { type Rating, ratingsOf, readRating } from "../../modules/product-card/rules/rating"
import { type Binding, plannedOnce } from "../prepared"
import { type PreparedPage, withRemembered } from "./catalog-page-keys"
import {
  FAVOURITE_LIST,
  favouriteBindings,
  type FavouriteKeepers,
  favouriteReader,
  type Favoured,
  type WrittenFavourites,
} from "./entry-favourites"
import { quantitiesReader } from "./entry-quantities"
import { type SoldUnit, unitReader, unitsOf, type WrittenUnits } from "./entry-units"
import { stockOf, stockReader, WAREHOUSES, type WarehouseStock, type WrittenStock, type WrittenWarehouses } from "./entry-stock"
import { type BorneLabels, type EntryLabel, LABEL_LIST, labelReader, labelsOf, SHOWN_LABELS, type WrittenLabels } from "./entry-labels"
import { DRAWN_WAREHOUSES, type NextSupply, nextSuppliesOf, supplyReader } from "./next-supplies"
import { ORDER_RULES, type WrittenOrderRules } from "./order-rules"
import { rememberedPage, rememberPage } from "./remembered-pages"
import { answerReader, type AnswerRow } from "./price/price-answer"
import { type AnswerOfRules, withKeptAdjustments } from "./price/with-kept-adjustments"
import { type AdjustmentSource, priceBindings, priceCtes, type PriceTerms } from "./price/price-facts"
import { adjustedPoints } from "./price/plugin-adjustments"
import { type FactReader, factReader, type FactRow } from "./price/read-facts"

/** A unit that the product is sold by, under the contract. */
export interface EntryUnit extends SoldUnit {
  /** What one of it costs when one is bought, rounded; null = there is no price. */
  price: string | null
  /** What may be ordered of it; null = nothing. */
  quantities: UnitQuantities | null
}

/** One row of the dealer catalogue. Prices are of one base unit in the contract's currency, rounded, when one is bought; all decimals are strings. */
export interface CatalogEntryDetails extends PriceDecision, Favoured {
  variant_id: string
  product_id: string | null
  article: string | null
  sku: string | null
  title: string
  variant_title: string | null
  thumbnail: string | null
  /** Labels that it bears, in their order. */
  labels: EntryLabel[]
  /** Percent; null = without VAT or not told. */
  vat_rate: string | null
  currency_code: string
  /** Whether the own price includes VAT. */
  includes_vat: boolean
  /** VAT of the own price: the part of it that is tax, or what comes on top where it does not include VAT; null where there is no rate or no price. */
  vat: string | null
  /** The rate of the day that is missing, where there is no price for want of it. */
  missing_rate: MissingRate | null
  /** The name of the rule that withholds the product from sale: it has its price and cannot be ordered; null = none does. */
  withheld: string | null
  /** The next quantity from which one base unit costs something else; null = there is none. */
  next_price: { from_quantity: string; price: string } | null
  /** Warehouses of the sales channel that the contract draws from and that know the product, by name. */
  stock: WarehouseStock[]
  /** The next two days on which something of it comes that nobody was promised. */
  next_supplies: NextSupply[]
  /** Of published reviews of the product; null = there are none. */
  rating: Rating | null
  /** The base unit first. */
  units: EntryUnit[]
  /** What holds under the contract, in base units. */
  multiplicity: string
  minimum: string
  /** Null = not limited. */
  maximum: string | null
}

export interface EntryDetailsQuery extends PriceTerms {
  currency_code: string
  /** Stock locations that the contract draws from; none named = all. */
  warehouse_ids: string[]
  favourites_of?: FavouriteKeepers | undefined
}

/** Details in the order of the asked-for keys, and the moments at which 1C's prices of the contract's own type and of the retail type were true (ISO 8601). */
export interface EntryDetails extends PricesAsOf {
  entries: CatalogEntryDetails[]
}

export interface PricesAsOf {
  prices_as_of: string | null
  retail_as_of: string | null
}

const KEYS = "(select keys from asked)::int[]"

/**
 * Each table is read once, by its index, for all entries together: a subquery for each entry and table is set up and run a hundred times a page,
 * which takes as long as reading. None is joined to another where the planner could choose how: planning a join of all these tables would take longer than
 * running it. `json`, not `jsonb`, which would only be written out as text again: a third of the time. What is the same for all entries, and what is
 * told by entry, stands in the first row, which is none of them.
 *
 * @param page a select of one row: `keys`, the entries in order, `total`, and `version` where it tells one
 */
const details = (page: string, tellsVersion: boolean, adjustments: AdjustmentSource) => `
  with page as materialized (${page}),
  entry as materialized (
    select e.key as entry_key, e.variant_id, e.product_id, e.inventory_item_id, e.article, e.sku, e.title, e.variant_title, e.thumbnail, e.category_keys,
      e.vat_rate
    from catalog_entry e where e.key = any ((select keys from page)::int[])
  ),
  ${priceCtes("few", { keys: "(select keys from page)", placed: "select entry_key, category_keys from entry", adjustments })},
  ${DRAWN_WAREHOUSES},
  ${SHOWN_LABELS},
  ${ORDER_RULES}
  select e.entry_key, e.variant_id, e.product_id, e.inventory_item_id, e.article, e.sku, e.title, e.variant_title, e.thumbnail,
    trim_scale(e.vat_rate)::text as vat_rate, coalesce(trim_scale(r.multiplicity), 1)::text as multiplicity,
    coalesce(trim_scale(r.minimum), 0)::text as minimum, trim_scale(r.maximum)::text as maximum,
    case when wanted.key is null then (
      select json_build_object(
        'total', (select total from page), ${tellsVersion ? "'version', (select version from page), " : ""}'prices', (select to_json(price_answer) from price_answer), 'order_rules', (select list from order_rule_list), 'prices_as_of', (select to_jsonb(as_of) #>> '{}' from chain),
        'retail_as_of', (select to_jsonb(as_of) #>> '{}' from retail_type), 'includes_vat', (select includes_vat from chain), 'warehouses', (${WAREHOUSES}), 'labels', ${LABEL_LIST}, 'favourites', ${FAVOURITE_LIST},
        'stock', (${stockOf("array(select inventory_item_id from entry)")}), 'supplies', (${nextSuppliesOf(KEYS, "(select day from asked)")}),
        'borne_labels', ${labelsOf(KEYS)}, 'ratings', (${ratingsOf("array(select product_id from entry)")}), 'units', (${unitsOf(KEYS)})
      )
    ) end as shared
  from (
    select null::int as key, 0 as position
    union all
    select named.key, named.position from asked cross join unnest(asked.keys) with ordinality as named (key, position)
  ) wanted
  left join entry e on e.entry_key = wanted.key
  left join quantity_rule r on r.entry_key = wanted.key
  order by wanted.position`

const OF_KEYS: FoundPage = { name: "entry-details", text: "select cast(:keys as int[]) as keys, null::int as total" }

/** What is the same for all entries of an answer. */
interface Shared extends PricesAsOf {
  prices: AnswerRow
  order_rules: WrittenOrderRules
  total: number | null
  /** The state of the catalogue in which the entries of the page were found; left out where it does not tell one. */
  version?: string | null
  includes_vat: boolean | null
  warehouses: WrittenWarehouses
  labels: WrittenLabels
  favourites: WrittenFavourites
  stock: WrittenStock
  supplies: string | null
  borne_labels: BorneLabels
  /** By product. */
  ratings: Record<string, string> | null
  units: WrittenUnits
}

type EntryColumns = Pick<
  CatalogEntryDetails,
  | "variant_id"
  | "product_id"
  | "article"
  | "sku"
  | "title"
  | "variant_title"
  | "thumbnail"
  | "vat_rate"
  | "multiplicity"
  | "minimum"
  | "maximum"
>

type EntryRow = EntryColumns & {
  entry_key: number
  inventory_item_id: string | null
  shared: null
}

interface PricedRow {
  row: EntryRow
  facts: FactRow
  units: readonly SoldUnit[]
}

/** Without an entry in the row of what is shared, and for a key that is none. */
type DetailsRow = EntryRow | { variant_id: null; shared: Shared | null }

/** All that a dealer sees of the given entries. */
export async function entryDetails(db: Knex, query: EntryDetailsQuery & { keys: number[] }): Promise<EntryDetails> {
  const rows = await detailRows(db, OF_KEYS, bindings(query, query.keys))
  const { entries, prices_as_of, retail_as_of } = await readDetails(db, rows, query)
  return { entries, prices_as_of, retail_as_of }
}

/** The same of the entries of a page, found by the same statement: a second one takes as long to send and to answer as a short one to run. */
export async function detailsOfPage(
  db: Knex,
  found: PreparedPage,
  query: EntryDetailsQuery
): Promise<EntryDetails & { total: number | null }> {
  const remembered = typeof found.place === "string" ? rememberedPage(db, found.place) : null
  const page = remembered ? withRemembered(found, remembered) : found
  const rows = await detailRows(db, page, { ...bindings(query, []), ...page.bindings })
  const version = rows.answer[0]?.shared?.version
  if (typeof page.place === "string" && version && version !== remembered?.version) {
    rememberPage(db, page.place, { version, keys: rows.answer.flatMap((row) => (row.variant_id === null ? [] : row.entry_key)) })
  }
  return readDetails(db, rows, query)
}

function bindings(query: EntryDetailsQuery, keys: number[]): Record<string, Binding> {
  return { ...priceBindings(query, keys), warehouse_ids: query.warehouse_ids, ...favouriteBindings(query.favourites_of) }
}

type FoundPage = Pick<PreparedPage, "name" | "text" | "place">

const detailRows = (db: Knex, page: FoundPage, bound: Record<string, Binding>): Promise<AnswerOfRules<DetailsRow[]>> =>
  withKeptAdjustments(
    db,
    (adjustments) => {
      const name = adjustments === "told" ? page.name : `${page.name}-kept`
      return plannedOnce<DetailsRow>(db, name, statementOf(name, page, adjustments), bound)
    },
    ([first]) => first?.shared?.prices.shared?.scope
  )

const statements = new Map<string, string>()

function statementOf(name: string, { text, place }: FoundPage, adjustments: AdjustmentSource): string {
  const made = statements.get(name) ?? details(text, place !== undefined, adjustments)
  statements.set(name, made)
  return made
}

async function readDetails(
  db: Knex,
  { answer: rows, kept }: AnswerOfRules<DetailsRow[]>,
  query: EntryDetailsQuery
): Promise<EntryDetails & { total: number | null }> {
  const shared = rows[0]?.shared
  if (!shared) {
    return { entries: [], prices_as_of: null, retail_as_of: null, total: null }
  }
  const currency_code = query.currency_code.toLowerCase()
  const { keys, rowOf } = answerReader(shared.prices)
  const reader = factReader(shared.prices.shared, keys, kept?.rulesOf(shared.prices, query.day))
  const unitsIn = unitReader(shared.units)
  const entryRows = rows.flatMap((row) => {
    const facts = row.variant_id === null ? undefined : rowOf(row.entry_key)
    return row.variant_id !== null && facts ? [{ row, facts, units: unitsIn(row.entry_key) }] : []
  })
  const variantIds = () => Promise.resolve(entryRows.map(({ row }) => row.variant_id))
  const pointsAt = await adjustedPoints(db, { ...query, currency_code }, variantIds, (index) => {
    const entry = entryRows[index]
    return entry ? pointsOf(entry, reader) : []
  })
  const toDetails = detailsReader(shared, reader, currency_code)
  const entries = entryRows.map((entry, index) => toDetails(entry, pointsAt(index)))
  const { prices_as_of, retail_as_of, total } = shared
  return { entries, prices_as_of, retail_as_of, total }
}

/** What one unit of each row of `units` costs that is not the base unit stands behind the prices by quantity. */
const otherUnits = ({ units }: Pick<PricedRow, "units">): SoldUnit[] => units.filter(({ coefficient }) => coefficient !== "1")

/** Prices by quantity, and then those of each other unit at the quantity of one of it. */
function pointsOf(entry: PricedRow, reader: FactReader): PricePoint[] {
  const facts = reader.facts(entry.facts, entry.row.entry_key)
  return [...reader.pointsFrom(facts, "1"), ...otherUnits(entry).map(({ coefficient }) => reader.pointAt(facts, coefficient))]
}

/** Each property by name: to copy a row without some of its columns takes longer than all that is computed of it. */
function detailsReader(
  shared: Shared,
  { retail_conversion, footing, withheldBy }: Pick<FactReader, "retail_conversion" | "footing" | "withheldBy">,
  currency_code: string
): (entry: PricedRow, points: PricePoint[]) => CatalogEntryDetails {
  const stockIn = stockReader(shared.warehouses, shared.stock)
  const suppliesIn = supplyReader(shared.supplies)
  const labelsIn = labelReader(shared.labels, shared.borne_labels)
  const favouredIn = favouriteReader(shared.favourites)
  const includes_vat = shared.includes_vat ?? true
  const quantitiesOf = quantitiesReader(shared.order_rules)
  return ({ row, facts, units }, allPoints) => {
    const { rule, ofUnit } = quantitiesOf(row, facts.category_keys, units)
    const others = otherUnits({ units })
    const points = allPoints.slice(0, allPoints.length - others.length)
    const pricesOfOthers = new Map(
      others.map(({ coefficient }, place) => {
        const point = allPoints[points.length + place]
        return [coefficient, unitPrice(point ? amountAt(point) : null, coefficient, currency_code)]
      })
    )
    const [first] = points
    const { price, retail_price, discount_percent, is_orderable } = decidePrice({
      amount: first ? amountAt(first) : null,
      retail_amount: facts.retail_amount,
      retail_conversion,
      footing: footing(row.entry_key),
      currency_code,
    })
    const withheld = withheldBy(facts, row.entry_key)
    const { is_favourite, is_shared_favourite } = favouredIn(row.entry_key)
    return {
      variant_id: row.variant_id,
      product_id: row.product_id,
      article: row.article,
      sku: row.sku,
      title: row.title,
      variant_title: row.variant_title,
      thumbnail: row.thumbnail,
      labels: labelsIn(row.entry_key),
      is_favourite,
      is_shared_favourite,
      vat_rate: row.vat_rate,
      currency_code,
      price,
      retail_price,
      discount_percent,
      includes_vat,
      vat: price && vatOf(price, { vat_rate: row.vat_rate, includes_vat }, currency_code),
      missing_rate: first ? missingRate(first, currency_code) : null,
      withheld,
      next_price: nextStep(priceLadder(points, currency_code)),
      is_orderable: is_orderable && withheld === null,
      stock: stockIn(row.inventory_item_id),
      next_supplies: suppliesIn(row.entry_key),
      rating: readRating((row.product_id && shared.ratings?.[row.product_id]) ?? null),
      units: units.map(({ code, name, coefficient, is_base }) => {
        const priceOfOne = coefficient === "1" ? price : (pricesOfOthers.get(coefficient) ?? null)
        return { code, name, coefficient, is_base, price: priceOfOne, quantities: ofUnit({ code, coefficient }) }
      }),
      multiplicity: rule.multiplicity,
      minimum: rule.minimum,
      maximum: rule.maximum,
    }
  }
}
