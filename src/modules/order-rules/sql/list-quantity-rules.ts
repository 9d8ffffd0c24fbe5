import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { EntryQuantityRule } from "../types"

const LIST_QUANTITY_RULES = `
  select "entry_key", trim_scale("multiplicity")::text as "multiplicity", trim_scale("minimum")::text as "minimum",
    trim_scale("maximum")::text as "maximum"
  from "quantity_rule" where "entry_key" = any(:entry_keys::int[]) order by "entry_key"
`

/** Rules of the entries that have one. */
export async function listQuantityRules(knex: Knex, entryKeys: number[]): Promise<EntryQuantityRule[]> {
  const { rows } = await knex.raw<{ rows: EntryQuantityRule[] }>(LIST_QUANTITY_RULES, { entry_keys: entryKeys })
  return rows
}
