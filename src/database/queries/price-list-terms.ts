import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { contractWarehouses } from "./contract-warehouses"

/** For whom and under which terms a price list is made. */
export interface PriceListTerms {
  contract_number: string
  currency_code: string
  warehouse_ids: string[]
  entity_name: string
  supplier_name: string | null
  /** Whether prices include VAT; null without a price type. */
  includes_vat: boolean | null
  /** When the ERP's prices of the contract's type were true; null when it did not tell. */
  prices_as_of: Date | null
}

const TERMS = `
  select c.number as contract_number, lower(c.currency_code) as currency_code, c.warehouse_ids, e.name as entity_name, s.name as supplier_name,
    t.includes_vat, t.as_of as prices_as_of
  from contract c
  join legal_entity e on e.id = c.legal_entity_id and e.deleted_at is null
  left join supplier_entity s on s.id = c.supplier_entity_id and s.deleted_at is null
  left join price_type t on t.id = c.price_type_id and t.deleted_at is null
  where c.id = :contract_id and c.deleted_at is null`

/** The terms, and the warehouses that the contract draws from, by name; null for an unknown contract. */
export async function priceListTerms(
  db: Knex,
  contract_id: string
): Promise<{ terms: PriceListTerms; warehouses: { id: string; name: string }[] } | null> {
  const [terms] = (await db.raw<{ rows: PriceListTerms[] }>(TERMS, { contract_id })).rows
  if (!terms) {
    return null
  }
  const warehouses = await contractWarehouses(db, terms)
  return { terms, warehouses: warehouses.map(({ location_id: id, name }) => ({ id, name })) }
}
