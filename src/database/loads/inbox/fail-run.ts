import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface RunFailure {
  code: string
  message: string
  /** True when another attempt may succeed: the entry waits again. */
  retry: boolean
}

/**
 * Records that a load failed, after its transaction was rolled back. The entry is touched only while it is still in the hands of this
 * run, since another processor may have taken it over.
 */
export async function failRun(db: Knex, runId: string, failure: RunFailure): Promise<void> {
  await db.raw(
    `with run as (
       update exchange_run
       set state = 'failed', error_code = :code, error_message = :message, finished_at = now(),
         duration_ms = (extract(epoch from now() - started_at) * 1000)::int, updated_at = now()
       where id = :runId
     )
     update erp_inbox
     set state = case when :retry then 'pending' else 'failed' end, error_code = :code, error_message = :message,
       finished_at = case when :retry then null else now() end, updated_at = now()
     where run_id = :runId and state = 'running'`,
    { runId, code: failure.code, message: failure.message.slice(0, 1000), retry: failure.retry }
  )
}
