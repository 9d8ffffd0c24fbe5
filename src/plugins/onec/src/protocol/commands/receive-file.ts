import { readTail } from "../spool/read-tail"
import { endsDocument, TAIL_BYTES } from "../wire/document-edges"
import { failure } from "../wire/failure"
import { parseFilename } from "../wire/filename"
import { type ExchangeReply, success } from "../wire/reply"
import type { ExchangeContext, Incoming, Session } from "./context"
import { settleImport } from "./import-file"
import { storePiece } from "./store-piece"

/**
 * `file`: takes one piece of a file. `success` means that it is safe on disk. A sale file of a client that names no version may never
 * be asked to import, so it is imported as soon as it is whole, and the reply tells what came of it.
 */
export async function receiveFile(context: ExchangeContext, session: Session, incoming: Incoming): Promise<ExchangeReply> {
  if (incoming.method !== "POST") {
    throw failure("method_not_allowed")
  }
  const name = parseFilename(incoming.command.filename)
  const leased = await context.onec.withLease(session.id, () => storePiece(context, session, name, incoming))
  if (!leased) {
    throw failure("session_busy")
  }
  const unasked = incoming.command.type === "sale" && session.version === null && name.extension === "xml"
  if (unasked && endsDocument(await readTail(leased.result.path, TAIL_BYTES))) {
    await settleImport(context, session, name.name, context.options.sale_hold_seconds)
  }
  return success()
}
