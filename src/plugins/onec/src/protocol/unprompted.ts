import { ErpWorkflows } from "@kontor/framework"
import type { OnecFileRow } from "../modules/onec/service"
import type { IdleSession } from "../modules/onec/sql/idle-sessions"
import type { ExchangeContext } from "./commands/context"
import { prepareSession, registerPackage } from "./commands/hand-over"
import { asError } from "./errors"
import { inImportOrder } from "./wire/package-order"

/** Sessions looked at in one run; the rest waits for the next. */
const SESSIONS_LIMIT = 200

interface WaitingFile {
  session: IdleSession
  file: OnecFileRow
  name: string
  delivered_at: Date
}

/**
 * Imports what 1C has delivered and never asked to import: a setting of the built-in client leaves that command out, and a client may
 * die before it. Files of sessions that have fallen silent are taken in the order in which they refer to each other, one at a time.
 * Gives how many packages were processed. One file's failure is logged and does not stop the others.
 */
export async function importUnprompted(context: ExchangeContext): Promise<number> {
  const { onec, options, logger } = context
  const sessions = await onec.idleSessions(options.unprompted_after_seconds, SESSIONS_LIMIT)
  const waiting: WaitingFile[] = []
  for (const session of sessions) {
    await guarded(context, `session ${session.id}`, async () => {
      waiting.push(...(await waitingPackages(context, session)))
    })
  }
  const ordered = inImportOrder(waiting)
  for (const { session, file, name } of ordered) {
    await guarded(context, `file ${name} of session ${session.id}`, async () => {
      const inbox_id = await registerPackage(context, session, file)
      await context.run(ErpWorkflows.processInbox, { inbox_id })
      logger.info(`1C file ${name} of session ${session.id} is imported unasked as ${inbox_id}`)
    })
  }
  return ordered.length
}

async function waitingPackages(context: ExchangeContext, session: IdleSession): Promise<WaitingFile[]> {
  const leased = await context.onec.withLease(session.id, async () => {
    await prepareSession(context, session)
    return await context.onec.listOnecFiles({ session_id: session.id, kind: "package", state: "uploaded" })
  })
  return (leased?.result ?? []).map((file) => ({ session, file, name: file.name, delivered_at: file.created_at }))
}

async function guarded({ logger }: ExchangeContext, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    logger.error(`Unasked import of ${what} failed`, asError(error))
  }
}
