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
  document: string | null
}

const ENTRY = "e.key as entry_key, e.variant_id, coalesce(e.article, e.sku, '') as article, e.title, e.variant_title"

const SQL: Record<PriceSubject["kind"], string> = {
  price_type: `
    select ${ENTRY}, '0' as from_quantity, null as starts_on, null as ends_on, trim_scale(p.amount)::text as amount, t.source, null as document
    from price_type t join type_price p on p.price_type_key = t.key join catalog_entry e on e.key = p.entry_key
    where t.id = :id order by e.article_key, e.key`,
  contract: `
    select ${ENTRY}, trim_scale(p.from_quantity)::text as from_quantity, case when isfinite(p.starts_on) then p.starts_on::text end as starts_on,
      case when isfinite(p.ends_on) then p.ends_on::text end as ends_on, trim_scale(p.amount)::text as amount, p.source, p.document
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
  select ${ENTRY}, '0' as from_quantity, null as starts_on, null as ends_on, 'portal' as source, null as document
  from price_type t join catalog_entry e on e.is_listed and not exists (select from type_price p where p.price_type_key = t.key and p.entry_key = e.key)
  where t.id = :id order by e.article_key, e.key`

const STATE: Record<PriceSubject["kind"], string> = {
  price_type: `
    select md5(coalesce(string_agg(p.entry_key || ' ' || p.amount, ',' order by p.entry_key), '')) as state
    from price_type t join type_price p on p.price_type_key = t.key where t.id = :id`,
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
