import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PriceType } from "../types"

const SQL = `
  insert into price_type (id, name, currency_code, includes_vat, is_retail, as_of, region, fallback_id, source)
  values (:id, :name, :currency_code, :includes_vat, :is_retail, :as_of, :region, :fallback_id, 'portal')
  returning id, key, name, currency_code, includes_vat, is_retail, as_of`

/** Writes a new price type that is not of the ERP, and gives it its integer key. */
export async function createPriceType(
  knex: Knex,
  type: Omit<PriceType, "key"> & { region: string | null; fallback_id: string | null }
): Promise<PriceType[]> {
  const { rows } = await knex.raw<{ rows: PriceType[] }>(SQL, { ...type })
  return rows
}
