import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { medusaPriceRows, type PriceRow, type PriceSetFacts } from "../../modules/contract-pricing/rules/medusa-price-rows"

export interface PriceSetQuery {
  price_set_ids: string[]
  contract_id: string
  /** Currency asked for; a contract in another currency has no prices in it. */
  currency_code: string
}

/** The price type is found by a scalar subquery, so that the planner walks the price table by its key and never hashes it. */
const SQL = `
  with own_type as materialized (
    select t.key
    from contract c join price_type t on t.id = c.price_type_id and t.deleted_at is null
    where c.id = :contract_id and c.deleted_at is null and lower(c.currency_code) = :currency_code and t.currency_code = :currency_code
  ),
  retail_type as materialized (
    select key, currency_code from price_type where is_retail and deleted_at is null
  )
  select e.price_set_id, e.key as entry_key, own.amount::text as amount,
    retail.amount::text as retail_amount, (select currency_code from retail_type) as retail_currency_code
  from unnest(cast(:price_set_ids as text[])) as wanted (price_set_id)
  join catalog_entry e on e.price_set_id = wanted.price_set_id
  left join type_price own on own.price_type_key = (select key from own_type) and own.entry_key = e.key
  left join type_price retail on retail.price_type_key = (select key from retail_type) and retail.entry_key = e.key`

export interface PriceSetPrices {
  /** In Medusa's own shape; a set without an own price has no rows. */
  rows: PriceRow[]
  /** Asked-for sets that belong to no catalogue entry (shipping options and the like): contracts say nothing about them. */
  foreign_ids: string[]
}

/** Own and retail prices of Medusa's price sets, in one statement for any number of them. */
export async function pricesForPriceSets(db: Knex, query: PriceSetQuery): Promise<PriceSetPrices> {
  const currencyCode = query.currency_code.toLowerCase()
  const { rows } = await db.raw<{ rows: Omit<PriceSetFacts, "currency_code">[] }>(SQL, { ...query, currency_code: currencyCode })
  const known = new Set(rows.map((row) => row.price_set_id))
  return {
    rows: rows.flatMap((row) => medusaPriceRows({ ...row, currency_code: currencyCode })),
    foreign_ids: query.price_set_ids.filter((id) => !known.has(id)),
  }
}
