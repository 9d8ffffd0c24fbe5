import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PriceTypeOwners } from "../../modules/contract-pricing/rules/owned-by-erp"

/** A price type as staff see it. */
export interface PriceTypeView extends PriceTypeOwners {
  id: string
  key: number
  name: string
  currency_code: string
  includes_vat: boolean
  is_retail: boolean
  region: string | null
  /** Where a price is looked for that it does not have. */
  fallback: { id: string; name: string } | null
  /** Moment at which the ERP's prices were true, or a file was loaded. */
  as_of: Date | null
  price_count: number
  contract_count: number
}

const SQL = `
  select t.id, t.key, t.name, t.currency_code, t.includes_vat, t.is_retail, t.region, t.source, t.region_from_erp, t.fallback_from_erp,
    t.as_of, case when f.id is not null then jsonb_build_object('id', f.id, 'name', f.name) end as fallback,
    (select count(*)::int from type_price p where p.price_type_key = t.key)
      + (select count(*)::int from type_price_tier p where p.price_type_key = t.key) as price_count,
    (select count(*)::int from contract c where c.price_type_id = t.id and c.deleted_at is null) as contract_count
  from price_type t left join price_type f on f.id = t.fallback_id and f.deleted_at is null
  where t.deleted_at is null and (cast(:id as text) is null or t.id = cast(:id as text))
  order by t.is_retail desc, t.name ${AS_READ}, t.id`

/** All live price types, retail first, then by name; or one of them. An installation has some twenty. */
export async function listPriceTypes(db: Knex, { id }: { id: string | null } = { id: null }): Promise<PriceTypeView[]> {
  const { rows } = await db.raw<{ rows: PriceTypeView[] }>(SQL, { id })
  return rows
}
