import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SQL = `select currency_code from "order" where id = :id and deleted_at is null`

/** The currency of an order; null when there is no such order. */
export async function currencyOfOrder(db: Knex, id: string): Promise<string | null> {
  const { rows } = await db.raw<{ rows: { currency_code: string }[] }>(SQL, { id })
  return rows[0]?.currency_code ?? null
}
