import { readdir, rm } from "node:fs/promises"
import { join } from "node:path"
import type { ExchangeContext } from "./commands/context"
import { errorCode } from "./errors"
import { sessionFolder } from "./spool/paths"

const SESSIONS_LIMIT = 500

/** How long the list of a closed session's files is kept; the exchange log keeps its own. */
const KEPT_DAYS = 30

/** Closes sessions that have run out, and frees what no row knows of: pieces of files that were never finished. */
export async function sweepSessions(context: ExchangeContext): Promise<void> {
  const { onec, options } = context
  for (const id of await onec.closeSessions(options.session_idle_minutes, SESSIONS_LIMIT)) {
    await removeOrphans(context, id)
  }
  for (const id of await onec.forgetSessions(KEPT_DAYS, SESSIONS_LIMIT)) {
    await rm(sessionFolder(options.spoolDir, id), { recursive: true, force: true })
  }
}

async function removeOrphans({ onec, options }: ExchangeContext, session_id: string): Promise<void> {
  const folder = sessionFolder(options.spoolDir, session_id)
  const known = new Set((await onec.listOnecFiles({ session_id }, { withDeleted: true })).map((file) => file.id))
  for (const entry of await filesOf(folder)) {
    if (!known.has(entry.slice(0, entry.lastIndexOf(".")))) {
      await rm(join(folder, entry), { force: true })
    }
  }
}

/** A session that delivered nothing has no folder. */
async function filesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (errorCode(error) === "ENOENT") {
      return []
    }
    throw error
  }
}
