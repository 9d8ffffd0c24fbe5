import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { EntryQuantityRule } from "../types"

/** Only what differs is written, so that a repeated load leaves no dead rows behind. */
const SET_QUANTITY_RULES = `
  insert into "quantity_rule" as "kept" ("entry_key", "multiplicity", "minimum", "maximum")
  select "came".* from unnest(:entry_keys::int[], :multiplicities::numeric[], :minimums::numeric[], :maximums::numeric[])
    as "came" ("entry_key", "multiplicity", "minimum", "maximum")
  left join "quantity_rule" "was" using ("entry_key")
  where "was"."entry_key" is null or ("was"."multiplicity", "was"."minimum", "was"."maximum")
    is distinct from ("came"."multiplicity"::numeric(18, 6), "came"."minimum"::numeric(18, 6), "came"."maximum"::numeric(18, 6))
  on conflict ("entry_key") do update
    set "multiplicity" = excluded."multiplicity", "minimum" = excluded."minimum", "maximum" = excluded."maximum"
  returning "kept"."entry_key"
`

/**
 * Creates or replaces the rules of many entries in one statement. Each entry at most once.
 *
 * @returns how many were new or changed
 */
export async function setQuantityRules(knex: Knex, rules: EntryQuantityRule[]): Promise<number> {
  const written = await knex.raw<{ rows: unknown[] }>(SET_QUANTITY_RULES, {
    entry_keys: rules.map((rule) => rule.entry_key),
    multiplicities: rules.map((rule) => rule.multiplicity),
    minimums: rules.map((rule) => rule.minimum),
    maximums: rules.map((rule) => rule.maximum),
  })
  return written.rows.length
}
