import type { ErpRecord, SpooledFile } from "@kontor/framework"
import { open } from "node:fs/promises"
import { RecordSink } from "./record-sink"
import { RecordWalker } from "./record-walker"
import { createDecoder, SNIFFED_BYTES } from "./xml/encoding"
import { XmlPump } from "./xml/xml-pump"

/** Records in one batch at most. */
const BATCH_SIZE = 2000
/** A batch is yielded once it has as many; small ones would cost the receiver more than they bring. */
const BATCH_FLOOR = 500
/** One piece takes a few milliseconds to parse; between pieces the event loop serves others. */
const CHUNK_BYTES = 128 * 1024

export interface ReadCommerceMlOptions {
  /** Bytes read and parsed at a time. */
  chunkBytes?: number
}

/**
 * Reads one CommerceML 2 package (schemas 2.03–2.10 and 3.1) as a stream: memory does not grow with the file. Rows that
 * cannot be read become `problem` records. Throws `ErpPackageError` when the file as a whole cannot be trusted:
 * "encoding_unknown", "encoding_invalid", "xml_empty", "xml_cut", "xml_malformed", "xml_doctype", "xml_too_deep",
 * "xml_too_many_attributes", "xml_value_too_long", "xml_item_too_large", "root_unknown".
 */
export async function* readCommerceMl(file: SpooledFile, options: ReadCommerceMlOptions = {}): AsyncIterable<ErpRecord[]> {
  const sink = new RecordSink()
  const walker = new RecordWalker(sink, file.filename)
  const pump = new XmlPump(walker)
  let isBegun = false
  for await (const text of readText(file.path, options.chunkBytes ?? CHUNK_BYTES)) {
    // Senders that put a file together leave blank lines before the declaration, where XML allows none.
    const piece: string = isBegun ? text : text.trimStart()
    isBegun ||= piece !== ""
    pump.feed(piece)
    if (sink.size >= BATCH_FLOOR) {
      yield* sink.take(BATCH_SIZE)
    }
  }
  pump.end()
  walker.end()
  yield* sink.take(BATCH_SIZE)
}

/** While one piece is parsed the next is read. */
async function* readText(path: string, chunkBytes: number): AsyncIterable<string> {
  const handle = await open(path, "r")
  try {
    const head = Buffer.alloc(SNIFFED_BYTES)
    const { bytesRead: headBytes } = await handle.read(head, 0, SNIFFED_BYTES, 0)
    const decoder = createDecoder(head.subarray(0, headBytes))
    // Two buffers serve the whole file in turns: the decoder copies what it keeps.
    let [present, next] = [Buffer.alloc(chunkBytes), Buffer.alloc(chunkBytes)]
    let reading = handle.read(present, 0, chunkBytes, 0)
    for (let position = 0; ;) {
      const { bytesRead } = await reading
      if (bytesRead === 0) {
        break
      }
      position += bytesRead
      reading = handle.read(next, 0, chunkBytes, position)
      // Heard when it is awaited, which it never is when the reader stops before.
      reading.catch(() => undefined)
      yield decoder.decode(present.subarray(0, bytesRead))
      ;[present, next] = [next, present]
    }
    yield decoder.end()
  } finally {
    await handle.close()
  }
}
