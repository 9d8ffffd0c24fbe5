import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PriceType } from "../types"

const SQL = `
  select id, key, name, currency_code, includes_vat, is_retail, as_of
  from price_type where deleted_at is null order by is_retail desc, name ${AS_READ}, id`

/** All live price types, retail first, then by name: an installation has some twenty. */
export async function listPriceTypes(knex: Knex): Promise<PriceType[]> {
  const { rows } = await knex.raw<{ rows: PriceType[] }>(SQL)
  return rows
}
