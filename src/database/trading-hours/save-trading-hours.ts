import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { TradingHours } from "../../modules/company/rules/trading-hours/trading-hours"

export interface TradingHoursChange {
  /** Of the client category. */
  id: string
  /** The version of the category that the change is made to; null = whatever it is. */
  updated_at: string | null
  /** As they are kept (`settledHours`); null = the category says nothing of hours any more. */
  hours: TradingHours | null
}

export interface SavedTradingHours {
  name: string
  before: TradingHours | null
  after: TradingHours | null
  /** False where the same stood already. */
  has_changed: boolean
}

interface Standing {
  name: string
  hours: TradingHours | null
  updated_at: string
}

const LOCK = `
  select name, trading_hours as hours, to_jsonb(updated_at) #>> '{}' as updated_at from client_category
  where id = :id and deleted_at is null for update`

const WRITE = `
  update client_category set trading_hours = cast(:hours as jsonb), updated_at = clock_timestamp()
  where id = :id and trading_hours is distinct from cast(:hours as jsonb)`

/**
 * Gives a client category other hours, or none. They are the supplier's own, whoever named the category.
 *
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED `changed_meanwhile` for another version
 */
export async function saveTradingHours(trx: Knex.Transaction, { id, updated_at, hours }: TradingHoursChange): Promise<SavedTradingHours> {
  const { rows } = await trx.raw<{ rows: Standing[] }>(LOCK, { id })
  const standing = rows[0]
  if (!standing) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Client category with id ${id} was not found`)
  }
  if (updated_at !== null && updated_at !== standing.updated_at) {
    const message = `Client category ${id} was changed meanwhile, at ${standing.updated_at}: read it again.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "changed_meanwhile")
  }
  const has_changed = await writeTradingHours(trx, { id, hours })
  return { name: standing.name, before: standing.hours, after: hours, has_changed }
}

/** Writes hours without a look at what stands; false where it is the same. */
export async function writeTradingHours(trx: Knex, { id, hours }: { id: string; hours: TradingHours | null }): Promise<boolean> {
  const { rowCount } = await trx.raw<{ rowCount: number }>(WRITE, { id, hours: hours === null ? null : JSON.stringify(hours) })
  return rowCount > 0
}
