import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decidePrice, type PriceDecision, type PriceFacts } from "../../modules/contract-pricing/rules/decide-price"
import { prepared } from "../prepared"
import { isWarehouseOfContract } from "../warehouses-of-contract"

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

/** One row of the dealer catalogue. Prices are of one base unit in the contract's currency, rounded; all decimals are strings. */
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
  /** Warehouses of the sales channel that the contract draws from and that know the product, by name. */
  stock: WarehouseStock[]
  /** The base unit first. */
  units: EntryUnit[]
  multiplicity: string
  minimum: string
}

export interface EntryDetailsQuery {
  keys: number[]
  price_type_key: number | null
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
 * take longer than running it. `json`, not `jsonb`, which would only be written out as text again: a third of the time. A price type in another currency than the contract's gives no price.
 */
const DETAILS = `
  with warehouse as materialized (
    select l.id, l.name
    from store
    join sales_channel_stock_location link on link.sales_channel_id = store.default_sales_channel_id and link.deleted_at is null
    join stock_location l on l.id = link.stock_location_id and l.deleted_at is null
    where store.deleted_at is null and ${isWarehouseOfContract("l.id")}
  ),
  own_type as materialized (
    select key, as_of from price_type where key = :price_type_key and deleted_at is null and currency_code = :currency_code
  ),
  retail_type as materialized (
    select key, currency_code from price_type where is_retail and deleted_at is null
  )
  select e.key, e.variant_id, e.product_id, e.article, e.sku, e.title, e.variant_title, e.thumbnail, trim_scale(e.vat_rate)::text as vat_rate,
    (select amount::text from type_price where price_type_key = (select key from own_type) and entry_key = e.key) as amount,
    (select amount::text from type_price where price_type_key = (select key from retail_type) and entry_key = e.key) as retail_amount,
    (select currency_code from retail_type) as retail_currency_code,
    (select to_jsonb(as_of) #>> '{}' from own_type) as prices_as_of,
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
  from unnest(cast(:keys as int[])) with ordinality as wanted (key, position)
  join catalog_entry e on e.key = wanted.key
  left join quantity_rule r on r.entry_key = e.key
  order by wanted.position`

type DetailsRow = Omit<CatalogEntryDetails, keyof PriceDecision | "currency_code"> &
  Omit<PriceFacts, "currency_code"> & { prices_as_of: string | null }

/** Statement 2 of a catalogue page: all that a dealer sees of the given entries. */
export async function entryDetails(db: Knex, query: EntryDetailsQuery): Promise<EntryDetails> {
  const currencyCode = query.currency_code.toLowerCase()
  const rows = await prepared<DetailsRow>(db, "entry-details", DETAILS, { ...query, currency_code: currencyCode })
  return { entries: rows.map((row) => toDetails(row, currencyCode)), prices_as_of: rows[0]?.prices_as_of ?? null }
}

function toDetails(row: DetailsRow, currencyCode: string): CatalogEntryDetails {
  const { amount, retail_amount, retail_currency_code, prices_as_of: _, ...entry } = row
  return {
    ...entry,
    ...decidePrice({ amount, retail_amount, retail_currency_code, currency_code: currencyCode }),
    currency_code: currencyCode,
    units: entry.units.length ? entry.units : [PIECE],
  }
}
