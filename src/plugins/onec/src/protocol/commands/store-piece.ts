import { rm } from "node:fs/promises"
import type { OnecFileRow } from "../../modules/onec/service"
import { appendPiece, syncFolder } from "../spool/append-piece"
import { sessionFolder, spoolPath } from "../spool/paths"
import { peek } from "../spool/peek"
import { errorCode } from "../errors"
import { startsDocument } from "../wire/document-edges"
import { type ExchangeFailure, failure } from "../wire/failure"
import type { DeliveredName } from "../wire/filename"
import type { ExchangeContext, Incoming, Session } from "./context"

const SIGNATURE_BYTES = 8

export interface StoredPiece {
  path: string
  /** Length of the file with this piece, in bytes. */
  bytes: number
}

/**
 * Appends the body of a request to the file of this name, or begins the file: when there is none yet, when the one there has been
 * imported, or when the piece opens a document anew. The caller holds the session's lease.
 */
export async function storePiece(
  context: ExchangeContext,
  session: Session,
  name: DeliveredName,
  incoming: Incoming
): Promise<StoredPiece> {
  const { onec, options } = context
  const standing = await onec.fileByName(session.id, name.name)
  const room = await roomFor(context, session, standing, incoming.content_length ?? 0)
  const { head, body } = await received(() => peek(incoming.body, SIGNATURE_BYTES))
  const continued = standing?.state === "uploaded" && !startsDocument(name.extension, head) ? standing : null
  const id = continued?.id ?? onec.nextFileId()
  const base = continued?.bytes ?? 0
  const path = spoolPath(options.spoolDir, session.id, id, name.extension)
  const bytes = await received(() =>
    appendPiece({ path, base, body, room: Math.min(room, options.max_file_bytes - base), tooLarge: () => tooLarge(room, context) })
  )
  if (bytes === 0) {
    await rm(path, { force: true })
    throw failure("file_empty", name.name)
  }
  if (continued) {
    await onec.updateOnecFiles({ id, bytes })
  } else {
    await syncFolder(sessionFolder(options.spoolDir, session.id))
    await replaceFile(context, session, standing, { id, name: name.name, kind: name.kind, bytes })
  }
  return { path, bytes }
}

interface NewFile extends Pick<OnecFileRow, "id" | "name" | "kind" | "bytes"> {
  error_code?: string | null
}

/** Puts a file in the place of an earlier one of its name. A file that was handed over belongs to the exchange core and stays on disk. */
export async function replaceFile(
  context: ExchangeContext,
  session: { id: string },
  standing: OnecFileRow | null,
  file: NewFile
): Promise<void> {
  const { onec, options } = context
  if (standing) {
    await onec.softDeleteOnecFiles([standing.id])
    if (standing.state === "uploaded") {
      const extension = standing.name.slice(standing.name.lastIndexOf(".") + 1).toLowerCase()
      await rm(spoolPath(options.spoolDir, session.id, standing.id, extension), { force: true })
    }
  }
  await onec.createOnecFiles({ ...file, session_id: session.id })
}

/** Bytes that the session may still deliver. Throws before anything is read when the declared length is too much. */
async function roomFor(context: ExchangeContext, session: Session, standing: OnecFileRow | null, declared: number): Promise<number> {
  const { onec, options } = context
  const usage = await onec.sessionUsage(session.id)
  const room = options.max_session_bytes - usage.bytes
  if (declared > Math.min(room, options.max_file_bytes)) {
    throw tooLarge(room, context)
  }
  if (!standing && usage.files >= options.max_session_files) {
    throw failure("too_many_files", `${usage.files}`)
  }
  return room
}

function tooLarge(room: number, { options }: ExchangeContext): ExchangeFailure {
  return room < options.max_file_bytes
    ? failure("session_too_large", `> ${options.max_session_bytes} B`)
    : failure("file_too_large", `> ${options.max_file_bytes} B`)
}

/** Names what can go wrong while a body is read and written: the sender went away, or the disk is full. */
async function received<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const code = errorCode(error)
    if (code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE") {
      throw failure("upload_interrupted")
    }
    throw code === "ENOSPC" || code === "EDQUOT" ? failure("disk_full") : error
  }
}
