import type { OnecFileRow } from "../../modules/onec/service"
import { spoolPath } from "../spool/paths"
import { ExchangeFailure, failure } from "../wire/failure"
import { parseFilename } from "../wire/filename"
import { inImportOrder } from "../wire/package-order"
import { ADAPTER_ID, type ExchangeContext } from "./context"
import { storeAttachments } from "./store-attachments"
import { unpackArchives } from "./unpack-archives"

/** The part of a session that its files need. */
export interface FileOwner {
  id: string
  source: string
}

/**
 * Makes a delivered file the exchange core's: unpacks what was packed, stores the images that came with it, registers it. Gives the
 * ids of the inbox entries to watch (several for an archive, none for an image), or null while another request works in the session.
 * Safe to repeat after a stop anywhere. Throws `file_not_found`, or why the file was refused.
 */
export async function handOver(context: ExchangeContext, session: FileOwner, name: string): Promise<string[] | null> {
  const standing = await context.onec.fileByName(session.id, name)
  if (standing?.inbox_id) {
    return [standing.inbox_id]
  }
  const leased = await context.onec.withLease(session.id, async () => {
    await prepareSession(context, session)
    return await registerNamed(context, session, name)
  })
  return leased?.result ?? null
}

/** Unpacks archives and stores images; what remains waiting are packages. The caller holds the session's lease. */
export async function prepareSession(context: ExchangeContext, session: FileOwner): Promise<void> {
  await unpackArchives(context, session)
  await storeAttachments(context, session)
}

/** Registers a package with the exchange core, which owns its file from then on. The same file again gives the same entry. */
export async function registerPackage(context: ExchangeContext, session: FileOwner, file: OnecFileRow): Promise<string> {
  if (file.inbox_id) {
    return file.inbox_id
  }
  const { extension } = parseFilename(file.name)
  const entry = await context.erp.receiveFile({
    source: session.source,
    adapter: ADAPTER_ID,
    path: spoolPath(context.options.spoolDir, session.id, file.id, extension),
    filename: file.name,
    session_id: session.id,
  })
  await context.onec.updateOnecFiles({ id: file.id, state: "registered", inbox_id: entry.id })
  return entry.id
}

async function registerNamed(context: ExchangeContext, session: FileOwner, name: string): Promise<string[]> {
  const file =
    (await context.onec.fileByName(session.id, name)) ??
    (await packageInFolder(context, session, name)) ??
    (await throwMissing(context, session, name))
  if (file.state === "refused") {
    throw new ExchangeFailure(file.error_code ?? "import_failed", file.error_message ?? name)
  }
  const packages = file.kind === "archive" ? await context.onec.listOnecFiles({ session_id: session.id, kind: "package" }) : [file]
  const inbox_ids: string[] = []
  for (const entry of inImportOrder(packages.map((item) => ({ ...item, delivered_at: item.created_at })))) {
    if (entry.kind === "package") {
      inbox_ids.push(await registerPackage(context, session, entry))
    }
  }
  return inbox_ids
}

/** An archive may keep a package in a folder that 1C leaves out when it asks for it; one that could be meant by it, not several. */
async function packageInFolder(context: ExchangeContext, session: FileOwner, name: string): Promise<OnecFileRow | null> {
  const packages = await context.onec.listOnecFiles({ session_id: session.id, kind: "package" })
  const [found, ...others] = packages.filter((file) => file.name.endsWith(`/${name}`))
  return others.length === 0 ? (found ?? null) : null
}

/** A file that is not there may have been in an archive that was refused: the archive's fault is then the better answer. */
async function throwMissing(context: ExchangeContext, session: FileOwner, name: string): Promise<never> {
  const [archive] = await context.onec.listOnecFiles({ session_id: session.id, kind: "archive", state: "refused" }, { take: 1 })
  throw archive
    ? new ExchangeFailure(archive.error_code ?? "archive_broken", archive.error_message ?? archive.name)
    : failure("file_not_found", name)
}
