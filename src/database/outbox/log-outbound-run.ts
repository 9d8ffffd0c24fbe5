import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

export interface OutboundRun {
  source: string
  /** What was sent, as the log names it. */
  kind: "orders" | "partners"
  started_at: Date
  /** Things handed over, by kind. */
  sent: Record<string, number>
  /** Things that could not be sent, with the reason. */
  failures: { code: string; message: string; subject: string }[]
}

const RUN = `
  insert into exchange_run (id, source, direction, kind, state, started_at, finished_at, duration_ms, counts, issue_count)
  values (:id, :source, 'out', :kind, 'done', :started_at, clock_timestamp(),
    cast(extract(epoch from clock_timestamp() - cast(:started_at as timestamptz)) * 1000 as int), cast(:counts as jsonb), :issue_count)`

const ISSUES = `
  insert into exchange_run_issue (id, run_id, position, severity, code, message, subject)
  select 'xiss_' || substr(cast(:run_id as text), 6) || '_' || f.position, :run_id, f.position, 'error', f.code, f.message, f.subject
  from jsonb_to_recordset(cast(:failures as jsonb)) as f(position int, code text, message text, subject text)`

/** Puts a sending into the exchange log. */
export async function logOutboundRun(trx: Knex.Transaction, { failures, sent, ...run }: OutboundRun): Promise<void> {
  const id = generateEntityId("", "xrun")
  await trx.raw(RUN, { ...run, id, counts: JSON.stringify(countsOf(sent)), issue_count: failures.length })
  if (failures.length) {
    const numbered = failures.map((failure, index) => ({ position: index + 1, ...failure }))
    await trx.raw(ISSUES, { run_id: id, failures: JSON.stringify(numbered) })
  }
}

/** The shape of the counts is that of a load: what was handed over is `received` by the other side. */
function countsOf(sent: Record<string, number>): object {
  return Object.fromEntries(
    Object.entries(sent).map(([kind, received]) => [kind, { received, created: 0, updated: 0, deleted: 0, unchanged: 0 }])
  )
}
