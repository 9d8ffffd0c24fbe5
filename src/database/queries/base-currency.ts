import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The store's base currency as a scalar subquery: rates between two others go through it. */
export const BASE_CURRENCY = `(
    select lower(c.currency_code) from store s join store_currency c on c.store_id = s.id and c.is_default and c.deleted_at is null
    where s.deleted_at is null order by s.created_at limit 1)`

/** Code of the store's base currency, lower case; null when the store names none. */
export async function baseCurrency(db: Knex): Promise<string | null> {
  const { rows } = await db.raw<{ rows: { code: string | null }[] }>(`select ${BASE_CURRENCY} as code`)
  return rows[0]?.code ?? null
}
