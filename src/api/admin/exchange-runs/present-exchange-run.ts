import type { InferTypeOf } from "@medusajs/framework/types"
import type { ExchangeRun } from "../../../modules/erp/models"

/** A run as the log shows it; before it has finished it has no figures yet. */
export function presentExchangeRun(run: InferTypeOf<typeof ExchangeRun>) {
  return {
    id: run.id,
    source: run.source,
    direction: run.direction,
    kind: run.kind,
    filename: run.filename,
    state: run.state,
    started_at: run.started_at,
    finished_at: run.finished_at,
    duration_ms: run.duration_ms,
    counts: run.counts ?? {},
    issue_count: run.issue_count,
    error_code: run.error_code,
    error_message: run.error_message,
    formed_at: run.formed_at,
  }
}
