import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** So much of a supply line for a demand, base units as an exact decimal. */
export interface PromisePart {
  demand_id: string
  supply_id: string
  entry_key: number
  quantity: string
  /** Bound by a person: it follows its supply when that moves. */
  is_by_hand: boolean
}

/** In the order of the table, which is also that of the locks on lines. */
const ADD = `
  insert into promise as t (supply_id, entry_key, demand_id, quantity, is_by_hand)
  select p.supply_id, p.entry_key, p.demand_id, sum(p.quantity), bool_or(p.is_by_hand)
  from json_to_recordset(cast(:parts as json)) as p (supply_id text, entry_key int, demand_id text, quantity numeric, is_by_hand boolean)
  group by 1, 2, 3 order by 1, 2, 3
  on conflict (supply_id, entry_key, demand_id) do update set quantity = t.quantity + excluded.quantity, is_by_hand = t.is_by_hand or excluded.is_by_hand`

/** Promises so much more. The database refuses what is not free, and what is not wanted. */
export async function addPromises(trx: Knex.Transaction, parts: readonly PromisePart[]): Promise<void> {
  if (parts.length === 0) {
    return
  }
  await trx.raw(ADD, { parts: JSON.stringify(parts) })
}
