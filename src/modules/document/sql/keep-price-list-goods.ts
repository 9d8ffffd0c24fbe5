import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SQL = `update "price_list_file" set "entry_keys" = cast(:keys as int[]) where "id" = :id`

/** Keeps which catalogue entries stand in the file of a price list: it may be fetched as long as all of them are seen. */
export async function keepPriceListGoods(db: Knex, { id, entry_keys }: { id: string; entry_keys: readonly number[] }): Promise<void> {
  await db.raw(SQL, { id, keys: `{${entry_keys.join(",")}}` })
}
