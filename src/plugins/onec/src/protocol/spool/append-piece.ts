import { MedusaError } from "@medusajs/framework/utils"
import { constants } from "node:fs"
import { type FileHandle, mkdir, open, rm } from "node:fs/promises"
import { dirname } from "node:path"

export interface Piece {
  path: string
  /** Bytes that earlier pieces have made safe; whatever lies beyond them is left from an interrupted piece. */
  base: number
  /** Bytes that the piece may have. */
  room: number
  body: AsyncIterable<Buffer>
  /** The error for a piece that goes beyond `room`. */
  tooLarge: () => Error
}

/**
 * Appends a piece to a file and makes it durable; gives the new length. The body is written as it arrives, one chunk at a time, so that
 * a slow disk slows the sender down. When anything goes wrong the file is as long as before (or gone, if this was its first piece).
 */
export async function appendPiece({ path, base, room, body, tooLarge }: Piece): Promise<number> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600)
  try {
    await cutTo(file, base, path)
    let length = base
    for await (const chunk of body) {
      if (length - base + chunk.length > room) {
        throw tooLarge()
      }
      await writeWhole(file, chunk, length)
      length += chunk.length
    }
    await file.sync()
    return length
  } catch (error) {
    await (base === 0 ? rm(path, { force: true }) : file.truncate(base))
    throw error
  } finally {
    await file.close()
  }
}

/** Makes the names of new files in a folder durable, as `fsync` of a file alone does not. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function cutTo(file: FileHandle, base: number, path: string): Promise<void> {
  const { size } = await file.stat()
  if (size < base) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `${path} has ${size} bytes on disk, but ${base} were received.`)
  }
  if (size > base) {
    await file.truncate(base)
  }
}

/** A single write may take only a part of the buffer. */
async function writeWhole(file: FileHandle, chunk: Buffer, position: number): Promise<void> {
  let written = 0
  while (written < chunk.length) {
    const { bytesWritten } = await file.write(chunk, written, chunk.length - written, position + written)
    written += bytesWritten
  }
}
