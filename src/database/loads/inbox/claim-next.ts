import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** An inbox entry in the hands of this process. */
export interface ClaimedEntry {
  id: string
  source: string
  adapter: string
  filename: string
  path: string
  bytes: number
  /** Of the file's bytes. */
  sha256: string
  attempts: number
  received_at: Date
}

/**
 * Whether this transaction may apply packages of the source. The lock lives as long as the transaction's connection, so a processor that
 * was killed holds nothing, and a live one is never overtaken.
 */
export async function lockSource(trx: Knex.Transaction, source: string): Promise<boolean> {
  const { rows } = (await trx.raw(`select pg_try_advisory_xact_lock(hashtextextended('kontor.erp.' || :source, 0)) as locked`, {
    source,
  })) as {
    rows: { locked: boolean }[]
  }
  return rows[0]?.locked === true
}

/**
 * Takes the oldest unfinished entry of the source and opens its run. Called with the source locked, on another connection, so that the
 * state "running" is seen at once: an entry that already runs was left by a dead process, and its run is closed as interrupted.
 */
export async function claimNext(
  db: Knex,
  source: string,
  run: { id: string; kindOf: (filename: string) => string }
): Promise<ClaimedEntry | null> {
  const { rows } = (await db.raw(CLAIM, { source, runId: run.id })) as { rows: ClaimedEntry[] }
  const entry = rows[0]
  if (!entry) {
    return null
  }
  await db.raw(
    `insert into exchange_run (id, source, direction, kind, filename, inbox_id, state, started_at)
     values (:id, :source, 'in', :kind, :filename, :inboxId, 'running', now())`,
    { id: run.id, source, kind: run.kindOf(entry.filename), filename: entry.filename, inboxId: entry.id }
  )
  return entry
}

const CLAIM = `
  with next as (
    select id, run_id from erp_inbox
    where source = :source and state in ('pending', 'running') and deleted_at is null
    order by received_at, id limit 1
  ),
  interrupted as (
    update exchange_run r
    set state = 'failed', error_code = 'interrupted', error_message = 'The process that ran this load was stopped; nothing of it was kept.',
      finished_at = now(), duration_ms = (extract(epoch from now() - r.started_at) * 1000)::int, updated_at = now()
    from next where r.id = next.run_id and r.state = 'running'
  )
  update erp_inbox i
  set state = 'running', attempts = i.attempts + 1, run_id = :runId, error_code = null, error_message = null, updated_at = now()
  from next where i.id = next.id
  returning i.id, i.source, i.adapter, i.filename, i.path, i.bytes, i.sha256, i.attempts, i.received_at`
