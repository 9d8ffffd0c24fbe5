import { CodeThreadFailure, createGate, openCodeThread } from "@kontor/framework"
import { encryptedFile, OrderFileRefusal, unreadableFile } from "./refusal"
import type { Sheet } from "./sheet"
import type { OrderFileFormat, OrderFileLimits } from "./types"
import { WORKER_FUNCTIONS, type ReaderRequest, type ReaderSource } from "./worker-functions"

type ReaderLimits = Pick<OrderFileLimits, "max_heap_mb" | "max_rows" | "max_text_length" | "timeout_ms">

/** Read beyond the permitted rows: the header with what stands above it, and enough to see that data go on after a gap. */
const SPARE_ROWS = 1_000
const MAX_COLUMNS = 256
const MAX_SHEETS = 20

/** Each worker may take a heap of its own and a processor: two at a time leave room for the shop. */
const gate = createGate({ running: 2, waiting: 50 })

const WORKER_SOURCE = `
${WORKER_FUNCTIONS}
const answer = () => readSheets(workerData, require)
`

/** The small build starts 130 ms sooner; only old XLS files need the code pages of the full one. */
const LIBRARIES: Record<OrderFileFormat, () => string> = {
  xlsx: () => require.resolve("@e965/xlsx/dist/xlsx.core.min.js"),
  ods: () => require.resolve("@e965/xlsx/dist/xlsx.core.min.js"),
  xls: () => require.resolve("@e965/xlsx"),
  csv: () => require.resolve("csv-parse/sync"),
}

/**
 * Parses an untrusted file in a worker with a heap and a time of its own, so that a hostile one costs a refusal and not the server.
 *
 * @throws OrderFileRefusal order_file_busy, _too_slow, _too_large, _encrypted or _unreadable
 */
export function runReader(format: OrderFileFormat, source: ReaderSource, limits: ReaderLimits): Promise<Sheet[]> {
  const request: ReaderRequest = {
    source,
    library: LIBRARIES[format](),
    max_rows: limits.max_rows + SPARE_ROWS,
    max_columns: MAX_COLUMNS,
    max_sheets: MAX_SHEETS,
    max_text_length: limits.max_text_length,
  }
  const busy = () => new OrderFileRefusal("order_file_busy", "Too many order files are being read: try again in a minute")
  return gate.pass(() => readInWorker(request, limits), busy)
}

async function readInWorker(request: ReaderRequest, limits: ReaderLimits): Promise<Sheet[]> {
  const { max_heap_mb, timeout_ms: answer_timeout_ms } = limits
  const thread = openCodeThread<null, Sheet[]>({ source: WORKER_SOURCE, data: request, max_heap_mb, answer_timeout_ms })
  try {
    return await thread.ask(null)
  } catch (error) {
    throw error instanceof CodeThreadFailure ? asRefusal(error, limits) : error
  } finally {
    await thread.close()
  }
}

function asRefusal({ reason, message }: CodeThreadFailure, { max_heap_mb, timeout_ms }: ReaderLimits): OrderFileRefusal {
  switch (reason) {
    case "too_slow":
      return new OrderFileRefusal("order_file_too_slow", `The file was not read within ${timeout_ms} ms`, { limit_ms: timeout_ms })
    case "out_of_memory":
      return new OrderFileRefusal("order_file_too_large", `The file needs more than ${max_heap_mb} MB to be read`, {
        limit_mb: max_heap_mb,
      })
    case "failed":
    case "ended":
      return /password|encrypt/i.test(message) ? encryptedFile() : unreadableFile(message)
  }
}
