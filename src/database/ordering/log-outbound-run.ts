import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { OutboundFailure } from "./mark-outbound-orders"

export interface OutboundRun {
  source: string
  started_at: Date
  /** Orders handed over. */
  sent: number
  /** Orders that could not be sent, with the reason. */
  failures: OutboundFailure[]
}

/** The shape of the counts is that of a load: what was handed over is `received` by the other side. */
const RUN = `
  insert into exchange_run (id, source, direction, kind, state, started_at, finished_at, duration_ms, counts, issue_count)
  values (:id, :source, 'out', 'orders', 'done', :started_at, clock_timestamp(),
    cast(extract(epoch from clock_timestamp() - cast(:started_at as timestamptz)) * 1000 as int),
    jsonb_build_object('orders', jsonb_build_object(
      'received', cast(:sent as int), 'created', 0, 'updated', 0, 'deleted', 0, 'unchanged', 0)), :issue_count)`

const ISSUES = `
  insert into exchange_run_issue (id, run_id, position, severity, code, message, subject)
  select 'xiss_' || substr(cast(:run_id as text), 6) || '_' || f.position, :run_id, f.position, 'error', 'order_not_mapped', f.message, f.order_id
  from jsonb_to_recordset(cast(:failures as jsonb)) as f(position int, order_id text, message text)`

/** Puts a sending of orders into the exchange log. */
export async function logOutboundRun(trx: Knex.Transaction, { failures, ...run }: OutboundRun): Promise<void> {
  const id = generateEntityId("", "xrun")
  await trx.raw(RUN, { ...run, id, issue_count: failures.length })
  if (failures.length) {
    const numbered = failures.map((failure, index) => ({ position: index + 1, ...failure }))
    await trx.raw(ISSUES, { run_id: id, failures: JSON.stringify(numbered) })
  }
}
