import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { refreshCatalogEntries } from "../loads/refresh-catalog-entries"
import { refreshLabelEntries } from "../loads/refresh-label-entries"

/**
 * Asks the rules of all labels which goods bear them, and brings facts and traits of those that changed in line. With goods locked.
 *
 * @param day the day it is, YYYY-MM-DD
 * @returns how many entries bear other labels now
 */
export async function refreshLabels(trx: Knex.Transaction, { day }: { day: string }): Promise<number> {
  const variantIds = await refreshLabelEntries(trx, { day })
  await refreshBearers(trx, variantIds)
  return variantIds.length
}

/** Brings facts and traits of goods in line whose labels have changed. */
export async function refreshBearers(trx: Knex.Transaction, variantIds: string[]): Promise<void> {
  if (variantIds.length > 0) {
    await refreshCatalogEntries(trx, { variantIds })
  }
}
