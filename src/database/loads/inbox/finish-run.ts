import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PackageOutcome } from "../apply-package"

/** Closes run and entry as done, in the transaction of the load itself: what is told as done is committed with it. */
export async function finishRun(trx: Knex.Transaction, runId: string, inboxId: string, outcome: PackageOutcome): Promise<void> {
  await trx.raw(
    `update exchange_run
     set state = 'done', counts = :counts, issue_count = :issueCount, formed_at = :formedAt, finished_at = clock_timestamp(),
       duration_ms = (extract(epoch from clock_timestamp() - started_at) * 1000)::int, updated_at = now()
     where id = :runId`,
    { runId, counts: JSON.stringify(outcome.counts), issueCount: outcome.issue_count, formedAt: outcome.formed_at }
  )
  await trx.raw(`update erp_inbox set state = 'done', finished_at = clock_timestamp(), updated_at = now() where id = :inboxId`, { inboxId })
}
