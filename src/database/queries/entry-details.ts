import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decidePrice, type PriceDecision } from "../../modules/contract-pricing/rules/decide-price"
import { amountAt, nextStep, priceLadder } from "../../modules/contract-pricing/rules/price-ladder"
import { prepared } from "../prepared"
import { isWarehouseOfContract } from "../warehouses-of-contract"
import { FACT_COLUMNS, priceBindings, priceCtes, type PriceTerms } from "./price/price-facts"
import { type FactReader, factReader, type FactRow, type WrittenAdjustments } from "./price/read-facts"

/** Free quantity in one warehouse, base units as an exact decimal; never negative. */
export interface WarehouseStock {
  location_id: string
  name: string
  available: string
}

/** A unit that the product is sold by; `coefficient` is base units in one of it. */
export interface EntryUnit {
  code: string
  name: string
  coefficient: string
  is_base: boolean
}

/** One row of the dealer catalogue. Prices are of one base unit in the contract's currency, rounded, when one is bought; all decimals are strings. */
export interface CatalogEntryDetails extends PriceDecision {
  key: number
  variant_id: string
  product_id: string | null
  article: string | null
  sku: string | null
  title: string
  variant_title: string | null
  thumbnail: string | null
  /** Percent; null = without VAT or not told. */
  vat_rate: string | null
  currency_code: string
  /** Whether the own price includes VAT. */
  includes_vat: boolean
  /** The next quantity from which one base unit costs something else; null = there is none. */
  next_price: { from_quantity: string; price: string } | null
  /** Warehouses of the sales channel that the contract draws from and that know the product, by name. */
  stock: WarehouseStock[]
  /** The base unit first. */
  units: EntryUnit[]
  multiplicity: string
  minimum: string
}

export interface EntryDetailsQuery extends PriceTerms {
  keys: number[]
  currency_code: string
  /** Stock locations that the contract draws from; none named = all. */
  warehouse_ids: string[]
}

/** Details in the order of the asked-for keys, and the moment at which 1C's prices were true (ISO 8601). */
export interface EntryDetails {
  entries: CatalogEntryDetails[]
  prices_as_of: string | null
}

/** An entry without units of its own is sold by the piece. */
const PIECE: EntryUnit = { code: "796", name: "шт", coefficient: "1", is_base: true }

/**
 * Scalar subqueries and laterals keep the work proportional to the page, and planning short: planning a join of all these tables would
 * take longer than running it. `json`, not `jsonb`, which would only be written out as text again: a third of the time.
 */
const DETAILS = `
  with warehouse as materialized (
    select l.id, l.name
    from store
    join sales_channel_stock_location link on link.sales_channel_id = store.default_sales_channel_id and link.deleted_at is null
    join stock_location l on l.id = link.stock_location_id and l.deleted_at is null
    where store.deleted_at is null and ${isWarehouseOfContract("l.id")}
  ),
  ${priceCtes("few")}
  select e.key, e.variant_id, e.product_id, e.article, e.sku, e.title, e.variant_title, e.thumbnail, trim_scale(e.vat_rate)::text as vat_rate,
    ${FACT_COLUMNS.map((column) => `price.${column}`).join(", ")},
    case when wanted.position = 1 then (select list from adjustment_list) end as adjustments,
    (select currency_code from retail_type) as retail_currency_code,
    (select to_jsonb(as_of) #>> '{}' from chain) as prices_as_of, (select includes_vat from chain) as includes_vat,
    coalesce(trim_scale(r.multiplicity), 1)::text as multiplicity, coalesce(trim_scale(r.minimum), 0)::text as minimum,
    coalesce((
      select json_agg(json_build_object(
        'location_id', w.id, 'name', w.name,
        'available', trim_scale(greatest(level.stocked_quantity - level.reserved_quantity, 0))::text
      ) order by w.name, w.id)
      from inventory_level level join warehouse w on w.id = level.location_id
      where level.inventory_item_id = e.inventory_item_id and level.deleted_at is null
    ), '[]') as stock,
    coalesce((
      select json_agg(json_build_object(
        'code', u.code, 'name', u.name, 'coefficient', trim_scale(u.coefficient)::text, 'is_base', u.is_base
      ) order by u.is_base desc, u.coefficient, u.code)
      from sales_unit u where u.entry_key = e.key
    ), '[]') as units
  from asked cross join unnest(asked.keys) with ordinality as wanted (key, position)
  join catalog_entry e on e.key = wanted.key
  join price_fact price on price.entry_key = wanted.key
  left join quantity_rule r on r.entry_key = e.key
  order by wanted.position`

type DetailsRow = Omit<CatalogEntryDetails, keyof PriceDecision | "currency_code" | "next_price" | "includes_vat"> &
  FactRow & {
    /** Those of all rows, in the first of them. */
    adjustments: WrittenAdjustments
    includes_vat: boolean | null
    retail_currency_code: string | null
    prices_as_of: string | null
  }

/** Statement 2 of a catalogue page: all that a dealer sees of the given entries. */
export async function entryDetails(db: Knex, query: EntryDetailsQuery): Promise<EntryDetails> {
  const { keys, warehouse_ids } = query
  const currencyCode = query.currency_code.toLowerCase()
  const rows = await prepared<DetailsRow>(db, "entry-details", DETAILS, { ...priceBindings(query, keys), warehouse_ids })
  const reader = factReader(rows[0]?.adjustments ?? null)
  return { entries: rows.map((row) => toDetails(row, reader, currencyCode)), prices_as_of: rows[0]?.prices_as_of ?? null }
}

function toDetails(row: DetailsRow, reader: FactReader, currencyCode: string): CatalogEntryDetails {
  const { contract_prices, base_amount, retail_amount, category_keys, trait_keys, ...rest } = row
  const { adjustments: _list, includes_vat, retail_currency_code, prices_as_of: _moment, ...entry } = rest
  const facts = reader.facts({ contract_prices, base_amount, retail_amount, category_keys, trait_keys })
  const points = reader.pointsFrom(facts, "1")
  const [first] = points
  return {
    ...entry,
    ...decidePrice({ amount: first ? amountAt(first) : null, retail_amount, retail_currency_code, currency_code: currencyCode }),
    currency_code: currencyCode,
    includes_vat: includes_vat ?? true,
    next_price: nextStep(priceLadder(points, currencyCode)),
    units: entry.units.length ? entry.units : [PIECE],
  }
}
