import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { givenFilters } from "../given-filters"
import { keyOfContract } from "./key-of-contract"

/** A contract as the screen of its prices names it. */
export interface PricedContractCard {
  id: string
  number: string
  currency_code: string
  legal_entity: { id: string; name: string }
  price_type: { id: string; name: string } | null
  /** Prices that it had in other currencies than its present one: they do not hold. */
  former_currencies: { currency_code: string; price_count: number }[]
}

export interface ContractPriceListing {
  variant_id: string
  article: string | null
  title: string
  variant_title: string | null
  from_quantity: string
  /** YYYY-MM-DD; null = open. */
  starts_on: string | null
  ends_on: string | null
  amount: string
  source: "erp" | "portal"
  document: string | null
  as_of: string | null
}

export interface ContractPriceFilter {
  /** Part of the article or the title. */
  q?: string | undefined
  source?: "erp" | "portal" | undefined
  /** YYYY-MM-DD */
  live_on?: string | undefined
}

const CONTRACT = `
  select c.id, c.number, lower(c.currency_code) as currency_code, json_build_object('id', e.id, 'name', e.name) as legal_entity,
    case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as price_type,
    (select coalesce(json_agg(json_build_object('currency_code', k.currency_code, 'price_count', held.count) order by k.currency_code), '[]')
      from pricing_contract k cross join lateral (select count(*)::int as count from contract_price p where p.contract_key = k.key) held
      where k.contract_id = c.id and k.currency_code <> lower(c.currency_code) and held.count > 0) as former_currencies
  from contract c join legal_entity e on e.id = c.legal_entity_id and e.deleted_at is null
  left join price_type t on t.id = c.price_type_id and t.deleted_at is null
  where c.id = :contract_id and c.deleted_at is null`

/** The contract that prices are asked of; null when there is none. */
export async function pricedContract(db: Knex, input: { contract_id: string }): Promise<PricedContractCard | null> {
  const { rows } = await db.raw<{ rows: PricedContractCard[] }>(CONTRACT, input)
  return rows[0] ?? null
}

const CONDITIONS: Record<keyof ContractPriceFilter, string> = {
  q: "(e.article ilike :q or e.title ilike :q)",
  source: "p.source = :source",
  live_on: "p.starts_on <= cast(:live_on as date) and p.ends_on >= cast(:live_on as date)",
}

/** A page of the prices that a contract has of its own in its currency, by article, quantity and first day, and how many there are in all. */
export async function listContractPrices(
  db: Knex,
  { contract_id, filter, limit, offset }: { contract_id: string; filter: ContractPriceFilter; limit: number; offset: number }
): Promise<{ prices: ContractPriceListing[]; count: number }> {
  const { conditions, bindings } = givenFilters(filter, CONDITIONS)
  const { rows } = await db.raw<{ rows: { prices: ContractPriceListing[]; count: number }[] }>(sql(conditions), {
    ...bindings,
    contract_id,
    limit,
    offset,
  })
  return rows[0] ?? { prices: [], count: 0 }
}

function sql(conditions: string[]): string {
  return `
    with found as materialized (
      select p.*, e.variant_id, e.article, e.title, e.variant_title
      from contract_price p join catalog_entry e on e.key = p.entry_key
      where p.contract_key = (select ${keyOfContract("c")} from contract c where c.id = :contract_id)
        ${conditions.map((condition) => `and ${condition}`).join(" ")}
    ),
    page as (
      select f.*, row_number() over (order by f.article nulls last, f.entry_key, f.from_quantity, f.starts_on) as place from found f
      order by place limit :limit offset :offset
    )
    select (select count(*)::int from found) as count,
      (select coalesce(json_agg(json_build_object(
          'variant_id', p.variant_id, 'article', p.article, 'title', p.title, 'variant_title', p.variant_title,
          'from_quantity', trim_scale(p.from_quantity)::text, 'starts_on', case when isfinite(p.starts_on) then p.starts_on::text end,
          'ends_on', case when isfinite(p.ends_on) then p.ends_on::text end, 'amount', trim_scale(p.amount)::text, 'source', p.source,
          'document', p.document, 'as_of', p.as_of
        ) order by p.place), '[]') from page p) as prices`
}
