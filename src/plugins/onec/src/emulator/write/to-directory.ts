import { createWriteStream } from "node:fs"
import { mkdir, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { encodeFragments } from "./encode"
import { emptyTally, type Packet, type Tally } from "./packet"

/** Writes packets as files, for a look at them or for tests of other systems. Existing files are replaced. */
export async function writeToDirectory(
  packets: readonly Packet[],
  directory: string
): Promise<{ files: number; bytes: number; rows: Tally }> {
  await mkdir(directory, { recursive: true })
  const rows = emptyTally()
  let bytes = 0
  for (const packet of packets) {
    const target = createWriteStream(join(directory, packet.filename))
    await pipeline(Readable.from(encodeFragments(packet.write(rows), packet.encoding), { objectMode: true }), target)
    bytes += target.bytesWritten
    for (const { path, content } of packet.attachments?.() ?? []) {
      const file = join(directory, path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, content)
      bytes += content.length
    }
  }
  return { files: packets.length, bytes, rows }
}
