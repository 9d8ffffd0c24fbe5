import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { codeOf, LOCK_NOT_AVAILABLE } from "./in-rules-transaction"

/** A statement of a preview may take so long; there are a few dozen of them. */
const STATEMENT_SECONDS = 10
const LOCK_WAIT_SECONDS = 3

/** Somebody else has written the same row since the preview began. */
const WRITTEN_MEANWHILE = "40001"
/** A statement, or a lock, that took too long; or a row that was written again during the second try. */
const TOO_SLOW = ["57014", LOCK_NOT_AVAILABLE, WRITTEN_MEANWHILE]

/**
 * A transaction that leaves nothing behind, whatever the task writes, and that reads everything as of one moment. It takes no locks that
 * others wait for but those of the rows it writes.
 *
 * @throws MedusaError NOT_ALLOWED `preview_too_slow` when a statement takes too long
 */
export async function inPreview<Result>(db: Knex, task: (trx: Knex.Transaction) => Promise<Result>): Promise<Result> {
  try {
    return await once(db, task).catch((error: unknown) => {
      if (codeOf(error) === WRITTEN_MEANWHILE) return once(db, task)
      throw error
    })
  } catch (error) {
    if (TOO_SLOW.includes(codeOf(error) ?? "")) {
      const message = `The preview took longer than ${STATEMENT_SECONDS} seconds. Try again, or narrow the adjustment.`
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "preview_too_slow")
    }
    throw error
  }
}

async function once<Result>(db: Knex, task: (trx: Knex.Transaction) => Promise<Result>): Promise<Result> {
  const trx = await db.transaction({ isolationLevel: "repeatable read" })
  try {
    await trx.raw(`set local statement_timeout = '${STATEMENT_SECONDS}s'; set local lock_timeout = '${LOCK_WAIT_SECONDS}s'`)
    return await task(trx)
  } finally {
    await trx.rollback()
  }
}

/** The same within a transaction: what the task writes is undone at its end. */
export async function tryOut<Result>(trx: Knex.Transaction, task: (inner: Knex.Transaction) => Promise<Result>): Promise<Result> {
  const inner = await trx.transaction()
  try {
    return await task(inner)
  } finally {
    await inner.rollback()
  }
}
