import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CurrencyRate } from "../types"
import { CURRENCY_RATE_COLUMNS } from "./currency-rate-columns"

const DELETE = `delete from currency_rate where id = :id and source = 'portal' returning ${CURRENCY_RATE_COLUMNS}`
const STANDING = `select ${CURRENCY_RATE_COLUMNS} from currency_rate where id = :id`

/** Removes a rate that the staff told; one of the ERP stays, and is given with `is_removed` false. Undefined for an unknown id. */
export async function removeCurrencyRate(knex: Knex, id: string): Promise<{ rate: CurrencyRate; is_removed: boolean } | undefined> {
  const removed = (await knex.raw<{ rows: CurrencyRate[] }>(DELETE, { id })).rows[0]
  if (removed) {
    return { rate: removed, is_removed: true }
  }
  const standing = (await knex.raw<{ rows: CurrencyRate[] }>(STANDING, { id })).rows[0]
  return standing && { rate: standing, is_removed: false }
}
