import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SQL = `select code from promotion where is_automatic and status = 'active' and deleted_at is null order by code`

/** Codes of the promotions that nobody has to ask for; whether they hold for a cart is another question. */
export async function automaticPromotions(db: Knex): Promise<string[]> {
  return (await db.raw<{ rows: { code: string }[] }>(SQL)).rows.map(({ code }) => code)
}
