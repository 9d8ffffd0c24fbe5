import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DemandAllowed } from "../../modules/supply/rules/demand-allowed"

/** How the supplier takes orders beyond stock. */
export interface DemandSetting {
  allowed: DemandAllowed
  /** Percent of a supply line that one legal entity may be promised; null = all of it. */
  share_percent: string | null
}

/** What holds while nobody has said anything. */
const DEFAULT: DemandSetting = { allowed: "preorder", share_percent: null }

const READ = `select allowed, trim_scale(share_percent)::text as share_percent from demand_setting`
const WRITE = `
  insert into demand_setting (allowed, share_percent) values (:allowed, cast(:share_percent as numeric))
  on conflict (id) do update set allowed = excluded.allowed, share_percent = excluded.share_percent, updated_at = now()`

export async function demandSetting(db: Knex): Promise<DemandSetting> {
  const { rows } = await db.raw<{ rows: DemandSetting[] }>(READ)
  return rows[0] ?? DEFAULT
}

/** Says it; gives what held before. */
export async function putDemandSetting(trx: Knex, setting: DemandSetting): Promise<DemandSetting> {
  const before = await demandSetting(trx)
  await trx.raw(WRITE, { ...setting })
  return before
}
