import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { inRulesTransaction } from "../pricing/in-rules-transaction"
import { lockGoodsOfRules } from "../pricing/lock-price-rules"
import { digestOf, VISIBILITY_PROFILE } from "./visibility-profile"

/** A request that found its assortment before a rule changed has been answered long since. */
const RETIRED_MINUTES = 60

/** Forgotten at a time, lest goods are locked for long. */
const FORGOTTEN_MAX = 50

const LIVE = `
  live as materialized (
    select distinct ${digestOf("found.rule_keys")} as profile
    from (
      select ${VISIBILITY_PROFILE} as rule_keys from contract c left join legal_entity le on le.id = c.legal_entity_id where c.deleted_at is null
    ) found
    where found.rule_keys is not null
  )`

const RETIRE = `
  with ${LIVE}
  update assortment a set retired_at = case when live.profile is null then coalesce(a.retired_at, now()) end
  from assortment known left join live on live.profile = known.profile
  where known.key = a.key and (live.profile is null) <> (a.retired_at is not null)`

const FORGOTTEN = `
  select key from assortment where retired_at < now() - interval '${RETIRED_MINUTES} minutes' order by retired_at, key limit ${FORGOTTEN_MAX}`

/**
 * Forgets assortments that no contract has had for an hour, and what was kept for them. With goods locked, so that nobody writes of them
 * meanwhile, and that none of them comes to life again unseen.
 *
 * @returns how many were forgotten; the rest waits for the next time
 * @throws MedusaError NOT_ALLOWED `prices_being_loaded`
 */
export async function forgetAssortments(db: Knex): Promise<number> {
  return inRulesTransaction(db, async (trx) => {
    await lockGoodsOfRules(trx, "alone")
    await trx.raw(RETIRE)
    const { rows } = await trx.raw<{ rows: { key: number }[] }>(FORGOTTEN)
    const bindings = { keys: rows.map(({ key }) => key) }
    if (rows.length > 0) {
      for (const table of ["assortment_entry", "assortment_total", "assortment_rule"]) {
        await trx.raw(`delete from ${table} where assortment_key = any (cast(:keys as int[]))`, bindings)
      }
      await trx.raw(`delete from assortment where key = any (cast(:keys as int[]))`, bindings)
    }
    return rows.length
  })
}
