import { ErpWorkflows, type InboxEntry } from "@kontor/framework"
import { setTimeout as sleep } from "node:timers/promises"
import { asError } from "../errors"
import { failure } from "../wire/failure"
import { parseFilename } from "../wire/filename"
import { packageFailure } from "../wire/package-failure"
import { type ExchangeReply, progress, success } from "../wire/reply"
import type { ExchangeContext, Session } from "./context"
import { handOver } from "./hand-over"

/** How often a file is looked after that another server may be processing. */
const POLL_MS = 100

/** `import`: `success` once the file is committed, `progress` until then, the reason if it was refused. */
export async function importFile(context: ExchangeContext, session: Session, filename: string | null): Promise<ExchangeReply> {
  const { name } = parseFilename(filename)
  const settled = await settleImport(context, session, name, context.options.hold_seconds)
  return settled ? success() : progress(`Файл ${name} обрабатывается`)
}

/** Brings an import forward for so long at most. True when it is committed, false when it still goes on; throws why it failed. */
export async function settleImport(context: ExchangeContext, session: Session, name: string, hold_seconds: number): Promise<boolean> {
  const deadline = Date.now() + hold_seconds * 1000
  for (;;) {
    const inbox_ids = await handedOver(context, session, name, deadline)
    const entries = await Promise.all((inbox_ids ?? []).map((id) => context.erp.inboxEntry(id)))
    if (inbox_ids && entries.every(isDone)) {
      return true
    }
    const work = entries.flatMap((entry) => driveOn(context, entry))
    if (Date.now() >= deadline) {
      return false
    }
    await Promise.race([sleep(Math.min(POLL_MS, deadline - Date.now())), ...work])
  }
}

async function handedOver(context: ExchangeContext, session: Session, name: string, deadline: number): Promise<string[] | null> {
  const key = `hand over ${session.id} ${name}`
  const waited = await context.background.follow(key, deadline, () => handOver(context, session, name))
  return waited?.result ?? null
}

/** Throws when the entry has failed. */
function isDone(entry: InboxEntry | null): boolean {
  if (!entry) {
    throw failure("import_failed")
  }
  if (entry.state === "failed") {
    throw packageFailure(entry.error_code, entry.error_message)
  }
  return entry.state === "done"
}

/**
 * Has an entry processed, and gives the work of this process on it, which ends when there is something to see; where the file was taken up meanwhile, by
 * whoever heard of it first, that work is joined. The outcome is on the entry; if another server has it, that one goes on. Work that fails is not
 * tried again at once.
 */
function driveOn({ background, run, logger }: ExchangeContext, entry: InboxEntry | null): Promise<unknown>[] {
  if (entry?.state !== "pending" && entry?.state !== "running") {
    return []
  }
  // Told within the work: of a load of minutes each look at it would tell of the failure once more.
  const work = background.start(`process ${entry.id}`, async () => {
    try {
      await run(ErpWorkflows.processInbox, { inbox_id: entry.id })
    } catch (error) {
      logger.error(`Processing of inbox entry ${entry.id} failed: ${asError(error).message}`)
      await sleep(POLL_MS)
    }
  })
  return [work]
}
