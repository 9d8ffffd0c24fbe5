import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { StandingPrice } from "../../modules/contract-pricing/rules/compare-prices"

/** Of which type or contract. */
export interface PriceSubject {
  kind: "price_type" | "contract"
  id: string
}

/** A price that stands, with what a file tells of it. */
export interface FiledPrice extends StandingPrice {
  variant_id: string
  title: string
  variant_title: string | null
  /** What the price is of: the name of a sales unit of the product, "×12" where it has none that holds so many. */
  unit: string
  document: string | null
}

const ENTRY = "e.key as entry_key, e.variant_id, coalesce(e.article, e.sku, '') as article, e.title, e.variant_title"

/** Which of the units of `e` holds `p.coefficient` base units. */
export const UNIT_OF_PRICE = `coalesce(
  (select u.name from sales_unit u where u.entry_key = e.key and u.coefficient = p.coefficient order by not u.is_base, u.code limit 1),
  case when p.coefficient = 1 then 'шт' else '×' || trim_scale(p.coefficient) end)`

/** Plain prices of types and their tiers; a plain one is told from 0 on. */
export const TYPE_PRICES = `(
  select price_type_key, entry_key, 0::numeric as from_quantity, 1::numeric as coefficient, amount from type_price
  union all select price_type_key, entry_key, from_quantity, coefficient, amount from type_price_tier)`

const SQL: Record<PriceSubject["kind"], string> = {
  price_type: `
    select ${ENTRY}, trim_scale(p.from_quantity)::text as from_quantity, null as starts_on, null as ends_on, trim_scale(p.amount)::text as amount,
      trim_scale(p.coefficient)::text as coefficient, ${UNIT_OF_PRICE} as unit, t.source, null as document
    from price_type t join ${TYPE_PRICES} p on p.price_type_key = t.key join catalog_entry e on e.key = p.entry_key
    where t.id = :id order by e.article_key, e.key, p.from_quantity`,
  contract: `
    select ${ENTRY}, trim_scale(p.from_quantity)::text as from_quantity, case when isfinite(p.starts_on) then p.starts_on::text end as starts_on,
      case when isfinite(p.ends_on) then p.ends_on::text end as ends_on, trim_scale(p.amount)::text as amount, '1' as coefficient, '' as unit, p.source,
      p.document
    from pricing_contract k join contract_price p on p.contract_key = k.key join catalog_entry e on e.key = p.entry_key
    where k.contract_id = :id order by e.article_key, e.key, p.from_quantity, p.starts_on`,
}

/** All prices of a type or contract, by article. */
export async function standingPrices(db: Knex, { kind, id }: PriceSubject): Promise<FiledPrice[]> {
  const { rows } = await db.raw<{ rows: FiledPrice[] }>(SQL[kind], { id })
  return rows
}

/** What is sold and has no price in a type yet, so that a file can be filled in. */
export async function unpricedEntries(db: Knex, { id }: PriceSubject): Promise<Omit<FiledPrice, "amount">[]> {
  const { rows } = await db.raw<{ rows: Omit<FiledPrice, "amount">[] }>(UNPRICED, { id })
  return rows
}

const UNPRICED = `
  select ${ENTRY}, '0' as from_quantity, null as starts_on, null as ends_on, '1' as coefficient, ${UNIT_OF_PRICE} as unit, 'portal' as source, null as document
  from price_type t join catalog_entry e on e.is_listed and not exists (select from type_price p where p.price_type_key = t.key and p.entry_key = e.key)
  cross join (values (1::numeric)) p (coefficient)
  where t.id = :id order by e.article_key, e.key`

const STATE: Record<PriceSubject["kind"], string> = {
  price_type: `
    select md5(coalesce(string_agg(concat_ws(' ', p.entry_key, p.from_quantity, p.coefficient, p.amount), ',' order by p.entry_key, p.from_quantity), '')) as state
    from price_type t join ${TYPE_PRICES} p on p.price_type_key = t.key where t.id = :id`,
  contract: `
    select md5(coalesce(string_agg(concat_ws(' ', p.entry_key, p.from_quantity, p.starts_on, p.ends_on, p.amount, p.source), ','
      order by p.entry_key, p.from_quantity, p.starts_on), '')) as state
    from pricing_contract k join contract_price p on p.contract_key = k.key where k.contract_id = :id`,
}

/** A text that is another one as soon as any of the prices is. */
export async function stateOfPrices(db: Knex, { kind, id }: PriceSubject): Promise<string> {
  const { rows } = await db.raw<{ rows: { state: string }[] }>(STATE[kind], { id })
  return rows[0]?.state ?? ""
}
