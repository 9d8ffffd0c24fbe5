import type { ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId } from "@medusajs/framework/utils"
import { applyPackage, type PackageOutcome } from "../../src/database/loads/apply-package"
import { resolveErpOptions } from "../../src/modules/erp/options"
import { ensureStoreDefaults, type StoreSetup } from "../../src/workflows/store/ensure-store-defaults"
import { readTables, writtenTables } from "./written-tables"

/** Source name of fixtures that do not say another. */
export const TEST_SOURCE = "test-erp"

/** What became of a loaded package; `written` and `scanned` count the rows that its transaction wrote and read, by table; `wasRead` tells whether anybody asked for its records. */
export interface LoadedRecords extends PackageOutcome {
  store: StoreSetup
  written: Record<string, number>
  scanned: Record<string, number>
  wasRead: boolean
}

/**
 * Applies records as a package of the ERP would be, in one transaction, without a file, an adapter or a run. The quickest way to
 * products, prices, stock, contracts and order states in a test. Makes the store's defaults first.
 */
export async function loadRecords(
  container: MedusaContainer,
  records: ErpRecord[],
  source: string = TEST_SOURCE,
  /** As if the records had come in a file of these bytes. */
  sha256: string | null = null
): Promise<LoadedRecords> {
  const store = await ensureStoreDefaults(container)
  const connection: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return connection.transaction(async (trx) => {
    const writtenBefore = await writtenTables(trx)
    const readBefore = await readTables(trx)
    let wasRead = false
    const read = async function* () {
      wasRead = true
      yield records
    }
    const outcome = await applyPackage(trx, {
      source,
      runId: generateEntityId(undefined, "xrun"),
      receivedAt: new Date(),
      sha256,
      records: read(),
      defaults: store,
      options: resolveErpOptions(undefined),
    })
    return { ...outcome, store, written: await writtenTables(trx, writtenBefore), scanned: await readTables(trx, readBefore), wasRead }
  })
}
