import { once } from "node:events"
import type { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type ByteRange, byteRange } from "./byte-range"
import { setFileHeaders } from "./send-file"

/** A file in the File module. */
export interface StoredFile {
  file_id: string
  name: string
  mime_type: string
  bytes: number
}

/**
 * Sends a stored file for saving, piece by piece as it is read, so that it is never held whole; of a `Range` that part. Who goes away in the middle stops the
 * reading. The caller has looked whose it is. Throws what the File module says of a file that is not there.
 */
export async function sendStoredFile(
  req: MedusaRequest,
  res: MedusaResponse,
  { file_id, name, mime_type, bytes }: StoredFile
): Promise<void> {
  // What `If-Range` names is a version, and files tell none: then the whole file is right.
  const range = byteRange(req.headers["if-range"] === undefined ? req.headers.range : undefined, bytes)
  if (range === "unsatisfiable") {
    res.setHeader("Content-Range", `bytes */${bytes}`)
    res.status(416).end()
    return
  }
  const source = await req.scope.resolve(Modules.FILE).getDownloadStream(file_id)
  await once(source, "readable")
  setFileHeaders(res, { name, mime_type })
  res.setHeader("Accept-Ranges", "bytes")
  const { start, end } = range ?? { start: 0, end: bytes - 1 }
  res.setHeader("Content-Length", end - start + 1)
  if (range) {
    res.status(206).setHeader("Content-Range", `bytes ${start}-${end}/${bytes}`)
  }
  await pass(req, source, res, range)
}

/** The headers are gone by now: whatever fails ends the connection, and the reader sees that bytes are missing. */
async function pass(req: MedusaRequest, source: Readable, res: MedusaResponse, range: ByteRange | null): Promise<void> {
  try {
    await (range ? pipeline(partOf(source, range), res) : pipeline(source, res))
  } catch (error) {
    if (!hasGoneAway(error)) {
      const reason = error instanceof Error ? error.message : String(error)
      req.scope.resolve(ContainerRegistrationKeys.LOGGER).warn(`${req.path}: the file was not sent to its end: ${reason}`)
    }
  } finally {
    source.destroy()
  }
}

const hasGoneAway = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE"

/** The bytes of a range. The port of files reads from the beginning alone; behind the end nothing is read. */
async function* partOf(source: AsyncIterable<Buffer>, { start, end }: ByteRange): AsyncGenerator<Buffer> {
  let place = 0
  for await (const chunk of source) {
    const part = chunk.subarray(Math.max(0, start - place), Math.max(0, end + 1 - place))
    place += chunk.length
    if (part.length > 0) {
      yield part
    }
    if (place > end) {
      return
    }
  }
}
