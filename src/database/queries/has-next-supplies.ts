import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { DRAWN_WAREHOUSES, isToCome } from "./next-supplies"

const SQL = `
  with ${DRAWN_WAREHOUSES}
  select exists (select from supply_line line where line.entry_key = any(cast(:keys as int[])) and ${isToCome("cast(:day as date)")}) as has_supplies`

/** Whether anything of these entries, which the dealer sees, is to come to the warehouses that his contract draws from. */
export async function hasNextSupplies(
  db: Knex,
  { keys, warehouse_ids, day }: { keys: number[]; warehouse_ids: string[]; day: string }
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { has_supplies: boolean }[] }>(SQL, { keys, warehouse_ids, day })
  return rows[0]?.has_supplies ?? false
}
