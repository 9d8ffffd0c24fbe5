import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { EntryPrice } from "../types"

/** The comparison stands before the insert: `on conflict … where` alone would lock every unchanged row. Written in key order, as it is read. */
const SQL = `
  with wanted as (
    select entry_key, amount::numeric(20, 6) as amount
    from jsonb_to_recordset(cast(:prices as jsonb)) as p (entry_key int, amount text)
  ),
  written as (
    insert into type_price (price_type_key, entry_key, amount)
    select :price_type_key, w.entry_key, w.amount
    from wanted w
    left join type_price old on old.price_type_key = :price_type_key and old.entry_key = w.entry_key
    where old.amount is distinct from w.amount
    order by w.entry_key
    on conflict (price_type_key, entry_key) do update set amount = excluded.amount
    returning 1
  )
  select count(*)::int as written from written`

/** Writes the prices that differ and tells how many did. Each entry may come once. */
export async function setTypePrices(knex: Knex, priceTypeKey: number, prices: EntryPrice[]): Promise<number> {
  const { rows } = await knex.raw<{ rows: { written: number }[] }>(SQL, { price_type_key: priceTypeKey, prices: JSON.stringify(prices) })
  return rows[0]?.written ?? 0
}
