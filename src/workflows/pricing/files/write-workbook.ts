import { MedusaError } from "@medusajs/framework/utils"
import { Worker } from "node:worker_threads"

export type WorkbookCell = string | number | null

/** A workbook of one sheet. Texts are written as texts: none becomes a formula, whatever it begins with. */
export interface Workbook {
  sheet: string
  widths: number[]
  rows: WorkbookCell[][]
}

const TIMEOUT_MS = 60_000
const HEAP_MB = 512

/** Sent as text, so that the same code runs from TypeScript and from the compiled build. Packing 35,000 rows would hold up every request for a second. */
const WORKER_SOURCE = `
const { parentPort, workerData } = require("node:worker_threads")
const xlsx = require(workerData.library)
const table = xlsx.utils.aoa_to_sheet(workerData.rows)
table["!cols"] = workerData.widths.map((wch) => ({ wch }))
const book = xlsx.utils.book_new()
xlsx.utils.book_append_sheet(book, table, workerData.sheet)
parentPort.postMessage(xlsx.write(book, { type: "buffer", bookType: "xlsx", compression: true }))
`

/** Writes an XLSX in a thread of its own. */
export async function writeWorkbook(workbook: Workbook): Promise<Buffer> {
  const worker = new Worker(WORKER_SOURCE, {
    eval: true,
    workerData: { ...workbook, library: require.resolve("@e965/xlsx") },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    execArgv: [],
    env: {},
  })
  let timer: NodeJS.Timeout | undefined
  try {
    const bytes = await new Promise<Uint8Array>((resolve, reject) => {
      timer = setTimeout(() => reject(unwritten(`it took more than ${TIMEOUT_MS} ms`)), TIMEOUT_MS)
      worker.once("message", resolve)
      worker.once("error", (error) => reject(unwritten(error.message)))
      worker.once("exit", (code) => reject(unwritten(`the writer ended with ${code}`)))
    })
    return Buffer.from(bytes)
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

function unwritten(reason: string): MedusaError {
  return new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `The workbook was not written: ${reason}`)
}
