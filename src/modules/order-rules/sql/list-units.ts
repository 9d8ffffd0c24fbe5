import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SalesUnit } from "../types"

const LIST_UNITS = `
  select "entry_key", "code", "name", trim_scale("coefficient")::text as "coefficient", "is_base"
  from "sales_unit" where "entry_key" = any(:entry_keys::int[]) order by "entry_key", "is_base" desc, "coefficient", "code"
`

/** Units of the entries that have any, the base unit first. */
export async function listUnits(knex: Knex, entryKeys: number[]): Promise<SalesUnit[]> {
  const { rows } = await knex.raw<{ rows: SalesUnit[] }>(LIST_UNITS, { entry_keys: entryKeys })
  return rows
}
