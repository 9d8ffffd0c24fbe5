import { ErpWorkflows, type ReceivedAttachment } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"
import { readFile, rm } from "node:fs/promises"
import type { OnecFileRow } from "../../modules/onec/service"
import { deliveredPath } from "../../delivered-path"
import { asError, errorType } from "../errors"
import { spoolPath } from "../spool/paths"
import { mimeTypeOf, parseFilename } from "../wire/filename"
import type { ExchangeContext } from "./context"
import { refuseFile } from "./unpack-archives"

/** A file is held in memory while it is stored. */
const MAX_ATTACHMENT_BYTES = 20 * 1024 * 1024

/** Types of error that say that the file itself is at fault. */
const REFUSALS: string[] = [MedusaError.Types.INVALID_DATA, MedusaError.Types.NOT_ALLOWED]

/**
 * Hands the images and files of documents that wait in a session to the exchange core. One that it does not take is refused and noted; a package
 * does not fail for it. Any other error stops the work, so that 1C does not take the file for delivered.
 */
export async function storeAttachments(context: ExchangeContext, session: { id: string; source: string }): Promise<void> {
  const files = await context.onec.listOnecFiles(
    { session_id: session.id, kind: "attachment", state: "uploaded" },
    { order: { name: "ASC" } }
  )
  for (const file of files) {
    const { extension } = parseFilename(file.name)
    const path = spoolPath(context.options.spoolDir, session.id, file.id, extension)
    await storeOne(context, session.source, file, path, extension)
    await rm(path, { force: true })
  }
}

async function storeOne(context: ExchangeContext, source: string, file: OnecFileRow, path: string, extension: string): Promise<void> {
  if (file.bytes > MAX_ATTACHMENT_BYTES) {
    return await refuseFile(context, file, "attachment_too_large", `${file.bytes} B, the most is ${MAX_ATTACHMENT_BYTES} B`)
  }
  const attachment: ReceivedAttachment = {
    source,
    path: deliveredPath(file.name),
    content: await readFile(path),
    mime_type: mimeTypeOf(extension),
  }
  try {
    await context.run(ErpWorkflows.storeAttachment, attachment)
    await context.onec.updateOnecFiles({ id: file.id, state: "stored" })
  } catch (error) {
    if (!REFUSALS.includes(errorType(error) ?? "")) {
      throw error
    }
    await refuseFile(context, file, "attachment_refused", asError(error).message)
  }
}
