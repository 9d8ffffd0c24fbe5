import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Db } from "../modules/onec/sql/db"

interface TransactionalDb {
  transaction<Result>(work: (trx: Db) => Promise<Result>): Promise<Result>
}

/**
 * Runs `work` unless it is being run under the same name, here or on another server; a job may come round before its last round ended.
 * The lock is PostgreSQL's own and ends with its connection, so that a killed server leaves nothing behind.
 */
export async function exclusively(container: MedusaContainer, name: string, work: () => Promise<unknown>): Promise<void> {
  const db = container.resolve<TransactionalDb>(ContainerRegistrationKeys.PG_CONNECTION)
  await db.transaction(async (trx) => {
    const { rows } = await trx.raw<{ taken: boolean }>("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0)) AS taken", [name])
    if (rows[0]?.taken) {
      await work()
    }
  })
}
