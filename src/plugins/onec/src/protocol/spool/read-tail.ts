import { open } from "node:fs/promises"

/** The last bytes of a file, at most so many. */
export async function readTail(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path, "r")
  try {
    const { size } = await file.stat()
    const length = Math.min(bytes, size)
    const tail = Buffer.alloc(length)
    await file.read(tail, 0, length, size - length)
    return tail
  } finally {
    await file.close()
  }
}
