import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PassedReason } from "../../../modules/contract-pricing/rules/explain-price"
import { erpMoment } from "./erp-moment"
import { FALLBACKS_MAX } from "./terms"

/** A price type of the contract, or one that it falls back to, near or far. */
export interface FallbackLink {
  key: number
  id: string
  name: string
  currency_code: string
  /** When the ERP said its prices, ISO 8601. */
  as_of: string | null
  /** Why it is not asked for prices; null = it is, in its turn. */
  passed_over: Exclude<PassedReason, "no_price"> | null
}

const SQL = `
  with recursive link as (
    select t.key, t.id, t.name, t.currency_code, t.includes_vat, t.region, ${erpMoment("t")} as as_of, t.fallback_id, t.deleted_at is not null as is_gone,
      c.region as own_region, t.includes_vat as own_vat, 0 as depth, array[t.id] as seen
    from contract c join price_type t on t.id = c.price_type_id
    where c.id = :contract_id and c.deleted_at is null
    union all
    select t.key, t.id, t.name, t.currency_code, t.includes_vat, t.region, ${erpMoment("t")}, t.fallback_id, t.deleted_at is not null,
      link.own_region, link.own_vat, link.depth + 1, link.seen || t.id
    from link join price_type t on t.id = link.fallback_id
    where not link.is_gone and link.depth <= ${FALLBACKS_MAX} and t.id <> all (link.seen)
  )
  select key, id, name, lower(currency_code) as currency_code, to_jsonb(as_of) #>> '{}' as as_of, case
      when is_gone then 'not_in_force'
      when depth > ${FALLBACKS_MAX} then 'too_far'
      when depth > 0 and includes_vat <> own_vat then 'other_vat'
      when depth > 0 and region is not null and region is distinct from own_region then 'other_region'
    end as passed_over
  from link order by depth`

/** All price types that a contract falls back to, one after another, with those that `terms.ts` passes over: up to the one that ends the chain. */
export async function fallbackLinks(db: Knex, query: { contract_id: string }): Promise<FallbackLink[]> {
  return (await db.raw<{ rows: FallbackLink[] }>(SQL, { contract_id: query.contract_id })).rows
}
