import { ErpWorkflows } from "@kontor/framework"
import { failure } from "../wire/failure"
import { type ExchangeReply, success } from "../wire/reply"
import type { ExchangeContext, Session } from "./context"

/** `deactivate`: what the full export that began at this moment (seconds since the epoch) did not mention goes out of sale. */
export async function deactivateMissing(context: ExchangeContext, session: Session, timestamp: string | null): Promise<ExchangeReply> {
  const since = momentOf(timestamp)
  if (!since) {
    throw failure("timestamp_missing")
  }
  await context.run(ErpWorkflows.deactivateMissing, { source: session.source, since: since.toISOString() })
  return success()
}

function momentOf(timestamp: string | null): Date | null {
  return timestamp && /^\d{9,11}$/.test(timestamp) ? new Date(Number(timestamp) * 1000) : null
}
