import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { lockPromises } from "./lock-promises"
import { isAnythingDemanded } from "./open-demands"
import { releasePromises, type SupplyOutlook } from "./release-promises"
import { repromise } from "./repromise"

/**
 * Writes supplies so that promises follow them: takes back those that the change breaks, writes, promises anew, all in the caller's transaction. Where
 * nobody waits for anything it is one look.
 */
export async function keepingPromises<Result>(
  trx: Knex.Transaction,
  { outlook, day }: { outlook: SupplyOutlook; day: string },
  write: () => Promise<Result>
): Promise<Result> {
  await lockPromises(trx, "alone")
  if (!(await isAnythingDemanded(trx))) {
    return write()
  }
  const released = await releasePromises(trx, outlook)
  const result = await write()
  await repromise(trx, { released, day })
  return result
}
