import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"

/** As long as somebody waits at a screen. */
const LOCK_WAIT_SECONDS = 10

/** The code of a lock that was not had in time. */
export const LOCK_NOT_AVAILABLE = "55P03"

/**
 * A transaction that writes rules of prices. It waits for a load no longer than a person does.
 *
 * @throws MedusaError NOT_ALLOWED `prices_being_loaded` when a load holds what it needs
 */
export async function inRulesTransaction<Result>(db: Knex, task: (trx: Knex.Transaction) => Promise<Result>): Promise<Result> {
  try {
    return await db.transaction(async (trx) => {
      await trx.raw(`set local lock_timeout = '${LOCK_WAIT_SECONDS}s'`)
      return task(trx)
    })
  } catch (error) {
    if (codeOf(error) === LOCK_NOT_AVAILABLE) {
      const message = `Goods or prices are being loaded, and were not done in ${LOCK_WAIT_SECONDS} seconds. Try again in a minute.`
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "prices_being_loaded")
    }
    throw error
  }
}

/** The code by which PostgreSQL names an error; null where it is none of its. */
export function codeOf(error: unknown): string | null {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : null
}
