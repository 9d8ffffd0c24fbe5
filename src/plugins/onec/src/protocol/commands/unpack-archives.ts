import { dirname } from "node:path"
import { rm } from "node:fs/promises"
import type { OnecFileRow } from "../../modules/onec/service"
import { syncFolder } from "../spool/append-piece"
import { spoolPath } from "../spool/paths"
import { unpackArchive } from "../spool/unpack-archive"
import { ExchangeFailure } from "../wire/failure"
import type { ExchangeContext } from "./context"
import { replaceFile } from "./store-piece"

/** Unpacks the archives that wait in a session. One that cannot be unpacked is refused with its reason, and the others go on. */
export async function unpackArchives(context: ExchangeContext, session: { id: string }): Promise<void> {
  const archives = await context.onec.listOnecFiles(
    { session_id: session.id, kind: "archive", state: "uploaded" },
    { order: { name: "ASC" } }
  )
  for (const archive of archives) {
    try {
      await unpack(context, session, archive)
    } catch (error) {
      if (!(error instanceof ExchangeFailure)) {
        throw error
      }
      await refuseFile(context, archive, error.code, error.message)
    }
    await rm(spoolPath(context.options.spoolDir, session.id, archive.id, "zip"), { force: true })
  }
}

/** Notes why a file is not taken. */
export async function refuseFile({ onec, logger }: ExchangeContext, file: OnecFileRow, code: string, message: string): Promise<void> {
  logger.warn(`1C file ${file.name} (${file.id}, ${file.bytes} B) is refused: ${code}: ${message}`)
  await onec.updateOnecFiles({ id: file.id, state: "refused", error_code: code, error_message: message })
}

async function unpack(context: ExchangeContext, session: { id: string }, archive: OnecFileRow): Promise<void> {
  const { onec, options } = context
  const path = spoolPath(options.spoolDir, session.id, archive.id, "zip")
  const files = await unpackArchive(path, options, ({ extension }) => {
    const id = onec.nextFileId()
    return { id, path: spoolPath(options.spoolDir, session.id, id, extension) }
  })
  await syncFolder(dirname(path))
  for (const { id, name, kind, bytes } of files) {
    await replaceFile(context, session, await onec.fileByName(session.id, name), { id, name, kind, bytes })
  }
  await onec.updateOnecFiles({ id: archive.id, state: "unpacked" })
}
