import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { run, type LoadContext } from "./load-context"
import type { Aspect } from "./stage/digest-gate"

/** Issues kept for a run; the rest is only counted. */
export const ISSUES_KEPT = 1000

/**
 * Notes issues of a load. `select` gives the columns (severity, code, message, subject). Kept are the first {@link ISSUES_KEPT} of a
 * statement; all are counted.
 */
export async function noteIssues(load: LoadContext, select: string, bindings: Record<string, Knex.RawBinding> = {}): Promise<number> {
  const { rows } = await run<{ found: string }>(
    load,
    `with found as (${select}),
          kept as (insert into load_issue (severity, code, message, subject)
                   select severity, code, message, left(subject, 200) from found limit ${ISSUES_KEPT})
     select count(*) as found from found`,
    bindings
  )
  const found = Number(rows[0]?.found ?? 0)
  load.issueCount += found
  return found
}

/** Notes references to things that a later package may bring; see `gaps` of the load. */
export async function noteGaps(load: LoadContext, aspect: Aspect, select: string): Promise<void> {
  if ((await noteIssues(load, select)) > 0) {
    load.gaps.add(aspect)
  }
}

/** Writes the kept issues to the run's log. */
export async function saveIssues(load: LoadContext, runId: string): Promise<void> {
  await run(
    load,
    `insert into exchange_run_issue (id, run_id, position, severity, code, message, subject)
     select kontor_id('xiss', :moment), :runId, row_number() over (order by position), severity, code, message, subject
     from load_issue order by position limit ${ISSUES_KEPT}`,
    { runId }
  )
}
