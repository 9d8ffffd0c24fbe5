import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SENT = `
  update erp_outbox set state = 'sent', source = :source, attempts = attempts + 1, sent_at = now(), last_error = null, updated_at = now()
  where kind = 'order' and subject_id = any(cast(:order_ids as text[])) and deleted_at is null`

const FAILED = `
  update erp_outbox x set state = 'failed', attempts = x.attempts + 1, last_error = f.message, updated_at = now()
  from jsonb_to_recordset(cast(:failures as jsonb)) as f(order_id text, message text)
  where x.kind = 'order' and x.subject_id = f.order_id and x.deleted_at is null
    and (x.state <> 'failed' or x.last_error is distinct from f.message)
  returning x.subject_id as order_id, x.last_error as message`

/** A confirmation of an order that was never sent to this base would be a mistake of the caller: it changes nothing. */
const CONFIRMED = `
  update erp_outbox set state = 'confirmed', confirmed_at = now(), updated_at = now()
  where kind = 'order' and source = :source and subject_id = any(cast(:order_ids as text[])) and state = 'sent' and deleted_at is null
  returning subject_id as order_id`

export async function markOrdersSent(trx: Knex.Transaction, input: { source: string; order_ids: string[] }): Promise<void> {
  await trx.raw(SENT, input)
}

export interface OutboundFailure {
  order_id: string
  message: string
}

/** Writes why orders cannot be sent; gives the news only: one that failed for the same reason before is not written again. */
export async function markOrdersFailed(trx: Knex.Transaction, failures: OutboundFailure[]): Promise<OutboundFailure[]> {
  const { rows } = await trx.raw<{ rows: OutboundFailure[] }>(FAILED, { failures: JSON.stringify(failures) })
  return rows
}

/** The ERP has committed these orders; gives those that were waiting for it. */
export async function markOrdersConfirmed(db: Knex, input: { source: string; order_ids: string[] }): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { order_id: string }[] }>(CONFIRMED, input)
  return rows.map(({ order_id }) => order_id)
}
