import { Worker } from "node:worker_threads"
import { createGate } from "@kontor/framework"
import { encryptedFile, OrderFileRefusal, unreadableFile } from "./refusal"
import type { Sheet } from "./sheet"
import type { OrderFileFormat, OrderFileLimits } from "./types"
import { WORKER_FUNCTIONS, type ReaderRequest, type ReaderSource } from "./worker-functions"

type ReaderLimits = Pick<OrderFileLimits, "max_heap_mb" | "max_rows" | "timeout_ms">
type ReaderAnswer = { sheets: Sheet[] } | { failure: string }

/** Read beyond the permitted rows: the header with what stands above it, and enough to see that data go on after a gap. */
const SPARE_ROWS = 1_000
const MAX_COLUMNS = 256
const MAX_SHEETS = 20
const MAX_TEXT_LENGTH = 1_000

/** Each worker may take a heap of its own and a processor: two at a time leave room for the shop. */
const gate = createGate({ running: 2, waiting: 50 })

const WORKER_SOURCE = `
${WORKER_FUNCTIONS}
const { parentPort, workerData } = require("node:worker_threads")
try {
  parentPort.postMessage({ sheets: readSheets(workerData, require) })
} catch (error) {
  parentPort.postMessage({ failure: error instanceof Error ? error.message : String(error) })
}
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
    max_text_length: MAX_TEXT_LENGTH,
  }
  const busy = () => new OrderFileRefusal("order_file_busy", "Too many order files are being read: try again in a minute")
  return gate.pass(() => readInWorker(request, limits), busy)
}

async function readInWorker(request: ReaderRequest, limits: ReaderLimits): Promise<Sheet[]> {
  const worker = new Worker(WORKER_SOURCE, {
    eval: true,
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: limits.max_heap_mb },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  })
  let timer: NodeJS.Timeout | undefined
  try {
    const answer = await new Promise<ReaderAnswer>((resolve, reject) => {
      timer = setTimeout(() => reject(tooSlow(limits.timeout_ms)), limits.timeout_ms)
      worker.once("message", resolve)
      worker.once("error", (error) => reject(asRefusal(error, limits)))
      worker.once("exit", (code) => reject(unreadableFile(`the reader ended with ${code}`)))
    })
    if ("failure" in answer) throw asRefusal(new Error(answer.failure), limits)
    return answer.sheets
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

function asRefusal(error: Error & { code?: string }, limits: ReaderLimits): OrderFileRefusal {
  if (error.code === "ERR_WORKER_OUT_OF_MEMORY") {
    return new OrderFileRefusal("order_file_too_large", `The file needs more than ${limits.max_heap_mb} MB to be read`, {
      limit_mb: limits.max_heap_mb,
    })
  }
  return /password|encrypt/i.test(error.message) ? encryptedFile() : unreadableFile(error.message)
}

function tooSlow(limit: number): OrderFileRefusal {
  return new OrderFileRefusal("order_file_too_slow", `The file was not read within ${limit} ms`, { limit_ms: limit })
}
